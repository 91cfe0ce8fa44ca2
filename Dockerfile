# The bot alone: no sandbox, no development packages, no shell. Node is pinned to a release of 24 LTS that `npm run test:long`
# starts the compiled program under. You can name any other release that package.json allows. The last stage's image has no
# versions: name it by digest where that matters, with --build-arg RUNTIME=gcr.io/distroless/cc-debian12@sha256:…
ARG NODE=node:24.21.0-bookworm-slim
ARG RUNTIME=gcr.io/distroless/cc-debian12:nonroot

FROM ${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/build.mjs scripts/bundle.mjs scripts/
COPY src src
RUN npm run build && npm run bundle

FROM ${NODE} AS packages
WORKDIR /packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM ${RUNTIME}
ENV NODE_ENV=production
# Node's threads share two pools of memory instead of one each, which saves about 15 MB.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=packages /packages/node_modules node_modules
COPY --from=build /build/dist/bundled dist/bundled
COPY package.json LICENSE ./
COPY policy policy
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/node", "/app/dist/bundled/main.js"]
CMD ["start"]
