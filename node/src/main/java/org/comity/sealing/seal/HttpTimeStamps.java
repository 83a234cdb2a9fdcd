package org.comity.sealing.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.comity.sealing.TimeStamps;
import org.comity.vocabulary.WholeAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stamps by an authority reached over HTTP (RFC 3161, 3.4). The digest is all that leaves the node. Who asks holds a
 * transaction, so of an authority that is silent nobody asks for a while, and then one alone.
 */
class HttpTimeStamps implements TimeStamps {

    private static final Logger log = LoggerFactory.getLogger(HttpTimeStamps.class);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final URI url;
    private final StampingRules rules;
    private final StampTrust trust;
    private final Clock clock;
    private final HttpClient http;
    private final AtomicReference<@Nullable Instant> silentSince = new AtomicReference<>();
    private volatile Availability standing = Availability.NOT_ASKED;

    HttpTimeStamps(URI url, StampingRules rules, StampTrust trust, Clock clock) {
        this.url = url;
        this.rules = rules;
        this.trust = trust;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(rules.within())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<byte[]> over(byte[] sha256) {
        if (rests()) return Optional.empty();
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
            silentSince.set(null);
            return Optional.of(token.getEncoded());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (HttpTimeoutException e) {
            // It kept us waiting; one that refuses at once costs nobody any time, and is asked again.
            silentSince.set(clock.instant());
            return without(e);
        } catch (IOException | TSPException | GeneralSecurityException | RuntimeException e) {
            return without(e);
        }
    }

    /** After the rest the first who asks begins the next one, so that nobody else waits beside it. */
    private boolean rests() {
        var silent = silentSince.get();
        if (silent == null) return false;
        var now = clock.instant();
        boolean over = now.isBefore(silent) || !now.isBefore(silent.plus(rules.rest()));
        return !(over && silentSince.compareAndSet(silent, now));
    }

    private Optional<byte[]> without(Exception why) {
        standing = Availability.SILENT;
        log.warn("No time stamp from {}: {}", url.getHost(), why.toString());
        return Optional.empty();
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
        var response = WholeAnswer.to(request, http, bounded, rules.within());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }
}
