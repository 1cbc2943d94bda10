// Reads moments on the clock of a market and says where the labels of a time axis belong. Positions on the axis are bar numbers: closed sessions leave no gap.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const pad = value => String(value).padStart(2, '0');

/** Gives the local wall time of a moment as milliseconds that UTC getters read. Sessions from one day on carry their date at midnight UTC already. */
export function clockOf(zone, barMilliseconds) {
  if (zone === 'UTC' || barMilliseconds >= day) {
    return time => time;
  }

  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  const offsets = new Map(); // One entry per hour asked for: offsets only change on the hour.
  return time => {
    const key = Math.floor(time / hour);
    let offset = offsets.get(key);
    if (offset === undefined) {
      const parts = Object.fromEntries(format.formatToParts(key * hour).map(part => [part.type, +part.value]));
      offset = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - key * hour;
      offsets.set(key, offset);
    }
    return time + offset;
  };
}

/** A moment as the legend writes it. */
export function stamp(local, barMilliseconds) {
  const date = new Date(local);
  const text = `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  return barMilliseconds >= day ? text : `${text} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

const monthNumber = local => {
  const date = new Date(local);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

// From fine to coarse: a label stands where the number changes from one bar to the next.
const steps = [
  ...[1, 5, 10, 15, 30, 60, 120, 240, 360, 720].map(minutes => local => Math.floor(local / (minutes * minute))),
  local => Math.floor(local / day),
  local => Math.floor((local / day + 3) / 7),
  local => Math.floor((local / day + 3) / 14),
  monthNumber,
  local => Math.floor(monthNumber(local) / 3),
  local => Math.floor(monthNumber(local) / 6),
  ...[1, 2, 5, 10, 20].map(years => local => Math.floor(monthNumber(local) / (12 * years))),
];

function label(local, before) {
  const date = new Date(local);
  const previous = new Date(before);
  if (date.getUTCFullYear() !== previous.getUTCFullYear()) {
    return [3, `<b>${date.getUTCFullYear()}</b>`];
  }
  if (date.getUTCMonth() !== previous.getUTCMonth()) {
    return [2, months[date.getUTCMonth()]];
  }
  if (Math.floor(local / day) !== Math.floor(before / day)) {
    return [1, `${date.getUTCDate()} ${months[date.getUTCMonth()]}`];
  }
  return [0, `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`];
}

/**
 * Labels for the bars from <first> to <last>: the finest step that leaves about <room> labels in the part from <from> to <to> that is in view.
 * Where two would touch, the weightier one stays.
 */
export function ticks(localAt, first, last, from, to, room) {
  const start = Math.max(first + 1, Math.ceil(from));
  const end = Math.min(last, Math.floor(to));
  let step = steps[steps.length - 1];
  for (const candidate of steps) {
    let count = 0;
    for (let i = start; i <= end && count <= room; i++) {
      count += candidate(localAt(i)) !== candidate(localAt(i - 1));
    }
    if (count <= room) {
      step = candidate;
      break;
    }
  }

  const gap = (to - from) / room * 0.6;
  const placed = [];
  for (let i = first + 1; i <= last; i++) {
    const local = localAt(i);
    const before = localAt(i - 1);
    if (step(local) === step(before)) {
      continue;
    }
    const [weight, text] = label(local, before);
    const neighbour = placed[placed.length - 1];
    if (neighbour && i - neighbour.at < gap) {
      if (weight <= neighbour.weight) {
        continue;
      }
      placed.pop();
    }
    placed.push({ at: i, weight, text });
  }
  return { values: placed.map(tick => tick.at), texts: placed.map(tick => tick.text) };
}
