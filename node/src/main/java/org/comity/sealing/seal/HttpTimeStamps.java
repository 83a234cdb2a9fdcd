package org.comity.sealing.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.comity.sealing.TimeStamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stamps by an authority reached over HTTP (RFC 3161, 3.4). The digest is all that leaves the node. */
class HttpTimeStamps implements TimeStamps {

    private static final Logger log = LoggerFactory.getLogger(HttpTimeStamps.class);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final URI url;
    private final StampingRules rules;
    private final StampTrust trust;
    private final HttpClient http;
    private volatile Availability standing = Availability.NOT_ASKED;

    HttpTimeStamps(URI url, StampingRules rules, StampTrust trust) {
        this.url = url;
        this.rules = rules;
        this.trust = trust;
        this.http = HttpClient.newBuilder()
                .connectTimeout(rules.within())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<byte[]> over(byte[] sha256) {
        try {
            var asked = question(sha256);
            var response = new TimeStampResponse(answer(asked.getEncoded()));
            response.validate(asked);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("refused: " + response.getStatusString());
            }
            trust.check(token);
            standing = Availability.ANSWERS;
            return Optional.of(token.getEncoded());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | TSPException | GeneralSecurityException | RuntimeException e) {
            standing = Availability.SILENT;
            log.warn("No time stamp from {}: {}", url.getHost(), e.toString());
            return Optional.empty();
        }
    }

    @Override
    public Availability standing() {
        return standing;
    }

    private TimeStampRequest question(byte[] sha256) throws IOException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        if (rules.policy() != null) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(rules.policy()));
        }
        return generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(63, CHANCE));
    }

    private byte[] answer(byte[] question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/timestamp-query")
                .timeout(rules.within())
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
        var bounded = BodyHandlers.limiting(
                BodyHandlers.ofByteArray(), rules.largest().toBytes());
        var sent = http.sendAsync(request, bounded);
        try {
            // The request's own timeout ends with the headers; this one also covers a body that drips.
            HttpResponse<byte[]> response = sent.get(rules.within().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("no answer within " + rules.within());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
