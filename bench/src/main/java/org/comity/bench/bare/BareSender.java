package org.comity.bench.bare;

import com.helger.http.header.HttpHeaderMap;
import com.helger.httpclient.HttpClientFactory;
import com.helger.httpclient.HttpClientManager;
import com.helger.httpclient.HttpClientSettings;
import com.helger.mime.CMimeType;
import com.helger.phase4.CAS4;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.messaging.http.BasicHttpPoster;
import com.helger.phase4.sender.AS4Sender;
import com.helger.phase4.util.Phase4Exception;
import com.helger.servlet.mock.MockServletContext;
import com.helger.web.scope.mgr.WebScopeManager;
import com.helger.web.scope.mgr.WebScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.util.Timeout;
import org.comity.proof.form.EcdsaVerification;

/** Sends one payload again and again by phase4 alone, over connections that stay open. */
public final class BareSender {

    private final IAS4CryptoFactory crypto;
    private final X509Certificate receiver;
    private final String url;
    private final byte[] payload;
    private final BasicHttpPoster line;

    private BareSender(BareKeys keys, X509Certificate receiver, int port, byte[] payload) throws Exception {
        this.crypto = keys.crypto();
        this.receiver = receiver;
        this.url = "https://127.0.0.1:%d/as4".formatted(port);
        this.payload = payload;
        var http = new HttpClientSettings();
        http.setTLSConfigurationMode(null);
        http.setSSLContext(keys.context());
        http.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        http.setConnectTimeout(Timeout.ofSeconds(5));
        http.setResponseTimeout(Timeout.ofSeconds(60));
        this.line = new Line(new HttpClientManager(new Kept(http)));
    }

    /**
     * Arguments: own key folder, the door's key folder, its port, the payload's file, messages under way at a time. Then
     * for each line with a number sends so many and answers with the nanoseconds it took.
     */
    public static void main(String[] arguments) throws Exception {
        var answers = QuietLogging.please();
        // As a node does.
        Security.insertProviderAt(new EcdsaVerification(), 1);
        WebScopeManager.onGlobalBegin(MockServletContext.create());
        var sender = new BareSender(
                BareKeys.in(Path.of(arguments[0])),
                BareKeys.in(Path.of(arguments[1])).certificate(),
                Integer.parseInt(arguments[2]),
                Files.readAllBytes(Path.of(arguments[3])));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[4]))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                answers.println(sender.send(Integer.parseInt(line), threads));
                answers.flush();
            }
        }
        System.exit(0);
    }

    private long send(int count, ExecutorService threads) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        var sent = IntStream.range(0, count)
                .<Future<?>>mapToObj(it -> threads.submit((Runnable) this::send))
                .toList();
        for (var each : sent) {
            each.get();
        }
        return System.nanoTime() - start;
    }

    private void send() {
        try (var scope = new WebScoped()) {
            var message = AS4Sender.builderUserMessage()
                    .as4ProfileID(BareProfile.ID)
                    .pmode(BareProfile.pmode("XA-1", "XB-1"))
                    .cryptoFactory(crypto)
                    .decryptRequestDataModifier(new NoChain())
                    .receiverCertificate(receiver)
                    .customHttpPoster(line)
                    .agreementRef(BareProfile.AGREEMENT)
                    .service(BareProfile.SERVICE)
                    .action("act")
                    .conversationID("bare")
                    .fromPartyIDType(BareProfile.PARTY_TYPE)
                    .fromPartyID("XA-1")
                    .fromRole(CAS4.DEFAULT_INITIATOR_URL)
                    .toPartyIDType(BareProfile.PARTY_TYPE)
                    .toPartyID("XB-1")
                    .toRole(CAS4.DEFAULT_RESPONDER_URL)
                    .endpointURL(url)
                    .payload(
                            AS4OutgoingAttachment.builder().data(payload).mimeType(CMimeType.APPLICATION_OCTET_STREAM));
            message.signingParams().setAlgorithmSign(BareProfile.SIGN).setAlgorithmSignDigest(BareProfile.DIGEST);
            message.cryptParams().setAlgorithmCrypt(BareProfile.CRYPT);
            message.cryptParams().setEDelivery2KeyAgreementECDHES();
            var failure = new AtomicReference<Phase4Exception>();
            var outcome = message.sendMessageAndCheckForReceipt(failure::set);
            if (outcome.isFailure()) {
                throw new IllegalStateException("no receipt: " + outcome, failure.get());
            }
        }
    }

    private static final class Line extends BasicHttpPoster {

        private final HttpClientManager client;

        private Line(HttpClientManager client) {
            this.client = client;
            setQuoteHttpHeaders(false);
        }

        @Override
        public <T> T sendGenericMessage(
                String url, HttpHeaderMap headers, HttpEntity entity, HttpClientResponseHandler<? extends T> handler)
                throws IOException {
            var post = new HttpPost(url);
            headers.forEachSingleHeader(post::addHeader, true, false);
            post.setEntity(entity);
            return client.execute(post, handler);
        }
    }

    /** Connections opened with a TLS key are reused, as the node reuses them. */
    private static final class Kept extends HttpClientFactory {

        private Kept(HttpClientSettings http) {
            super(http);
        }

        @Override
        public HttpClientBuilder createHttpClientBuilder() {
            return super.createHttpClientBuilder().disableConnectionState();
        }
    }
}
