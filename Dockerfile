# Ara in a container: docs/deployment.md says how to run it. deploy/image-steps.sh runs the steps of this file without a Docker engine.

FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The charts come from npm while the program is built.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s /usr/local/lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
# First what decides the packages, so that a change of code does not fetch them again.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY AraWeb.Engine/AraWeb.Engine.csproj AraWeb.Engine/packages.lock.json AraWeb.Engine/
COPY AraWeb/AraWeb.csproj AraWeb/web-root.targets AraWeb/packages.lock.json AraWeb/
RUN dotnet restore AraWeb/AraWeb.csproj --locked-mode
COPY . .
RUN dotnet publish AraWeb/AraWeb.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
WORKDIR /app
COPY --from=build /app .
# The user "app" comes with the base image and owns nothing but the data.
RUN mkdir -p /data && chown "$APP_UID:$APP_UID" /data
VOLUME /data
ENV ARA_Storage__Folder=/data
# The base image asks for port 8080; the program listens where Server:Url says.
ENV ASPNETCORE_HTTP_PORTS=
USER $APP_UID
EXPOSE 5080
# The base image has neither curl nor wget.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/5080 && printf 'GET /health/live HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "AraWeb.dll"]
