# Built in one stage, run in another that holds nothing but the program, certificates and time zones.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=dev
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /nonmerci .
# Folders to write in: a home for the database, and one for what is in the way for a moment.
RUN mkdir -p /root-of-image/home/nonroot /root-of-image/tmp /root-of-image/etc/ssl/certs \
 && cp /etc/ssl/certs/ca-certificates.crt /root-of-image/etc/ssl/certs/ \
 && cp "$(go env GOROOT)/lib/time/zoneinfo.zip" /root-of-image/zoneinfo.zip \
 && echo 'nonroot:x:65532:65532:nonroot:/home/nonroot:/nonmerci' > /root-of-image/etc/passwd \
 && echo 'nonroot:x:65532:' > /root-of-image/etc/group \
 && chmod 1777 /root-of-image/tmp && chown 65532:65532 /root-of-image/home/nonroot && mv /nonmerci /root-of-image/nonmerci

FROM scratch
COPY --from=build /root-of-image /
ENV HOME=/home/nonroot ZONEINFO=/zoneinfo.zip
USER 65532:65532
WORKDIR /home/nonroot
# Healthy means that every platform with a token is being heard.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["/nonmerci", "health"]
ENTRYPOINT ["/nonmerci"]
CMD ["serve"]
