# Keycloak with the portal's theme, built for PostgreSQL so that it starts at once. `npm run build`
# makes what is copied here; docker-compose.yml shows what such a server needs to be told.

ARG KEYCLOAK_IMAGE=quay.io/keycloak/keycloak:26.7.4

FROM ${KEYCLOAK_IMAGE} AS built
COPY --chown=1000:0 .portail/providers/*.jar /opt/keycloak/providers/
RUN /opt/keycloak/bin/kc.sh build --db=postgres

FROM ${KEYCLOAK_IMAGE}
COPY --from=built /opt/keycloak/ /opt/keycloak/
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
CMD ["start", "--optimized"]
