package org.comity.bench.bare;

import com.helger.collection.commons.CommonsArrayList;
import com.helger.collection.commons.ICommonsList;
import com.helger.http.EHttpMethod;
import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.crypto.AS4IncomingSecurityConfiguration;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.pmode.IPMode;
import com.helger.phase4.servlet.AS4UnifiedResponse;
import com.helger.phase4.servlet.AS4XServletHandler;
import com.helger.phase4.servlet.IAS4ServletRequestHandlerCustomizer;
import com.helger.web.scope.IRequestWebScopeWithoutResponse;
import com.helger.web.scope.mgr.WebScopeManager;
import com.helger.xservlet.AbstractXServlet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLUtil;
import org.comity.proof.form.EcdsaVerification;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** phase4 behind Tomcat and TLS: verifies, decrypts, reads the payload, and signs a receipt. Keeps nothing. */
public final class BareDoor extends AbstractXServlet {

    private static final int THREADS = 8;

    private BareDoor(BareKeys keys) {
        settings().setMultipartEnabled(false);
        var handler = new AS4XServletHandler();
        handler.setRequestHandlerCustomizer(new Customs(keys.crypto()));
        handlerRegistry().registerHandler(EHttpMethod.POST, handler);
    }

    /** Arguments: key folder, port. Prints a line when it listens. */
    public static void main(String[] arguments) throws Exception {
        var answers = QuietLogging.please();
        // As a node does.
        Security.insertProviderAt(new EcdsaVerification(), 1);
        var keys = BareKeys.in(Path.of(arguments[0]));
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare").toString());
        tomcat.setConnector(connector(keys, Integer.parseInt(arguments[1])));
        var context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (classes, servlets) -> {
                    WebScopeManager.onGlobalBegin(servlets);
                    servlets.addServlet("as4", new BareDoor(keys)).addMapping("/as4");
                },
                null);
        tomcat.start();
        answers.println("ready");
        answers.flush();
        // The bench closes our input when it is done, or dies.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static Connector connector(BareKeys keys, int port) throws Exception {
        var protocol = new Http11NioProtocol();
        var connector = new Connector(protocol);
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        protocol.setMaxThreads(THREADS);
        protocol.setKeepAliveTimeout(60_000);
        protocol.setSSLEnabled(true);
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.3");
        host.setCertificateVerification("required");
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
        certificate.setSslContext(SSLUtil.createSSLContext(keys.context(), keys.tlsKey(), keys.peers()));
        host.addCertificate(certificate);
        protocol.addSslHostConfig(host);
        return connector;
    }

    private record Customs(IAS4CryptoFactory crypto) implements IAS4ServletRequestHandlerCustomizer {

        @Override
        public void customizeBeforeHandling(
                IRequestWebScopeWithoutResponse scope, AS4UnifiedResponse response, AS4RequestHandler request) {
            request.setCryptoFactory(crypto);
            request.setPModeResolver((id, service, action, initiator, responder, agreement, address) ->
                    BareProfile.pmode(initiator, responder));
            request.setIncomingProfileSelector(new AS4IncomingProfileSelectorConstant(BareProfile.ID, false));
            request.setIncomingSecurityConfiguration(new AS4IncomingSecurityConfiguration()
                    .setSigningParams(BareProfile.signing())
                    .setDecryptParameterModifier(new NoChain()));
            request.setProcessorSupplier(() -> new CommonsArrayList<>(new Reading()));
        }

        @Override
        public void customizeAfterHandling(
                IRequestWebScopeWithoutResponse scope, AS4UnifiedResponse response, AS4RequestHandler request) {}
    }

    private static final class Reading implements IAS4IncomingMessageProcessorSPI {

        @Override
        public AS4MessageProcessorResult processAS4UserMessage(
                IAS4IncomingMessageMetadata metadata,
                HttpHeaderMap headers,
                Ebms3UserMessage message,
                IPMode pmode,
                @Nullable Node payload,
                @Nullable ICommonsList<WSS4JAttachment> attachments,
                IAS4IncomingMessageState state,
                AS4ErrorList errors) {
            if (attachments == null || !state.isSoapSignatureChecked() || !state.isSoapDecrypted()) {
                throw new IllegalStateException("not as the bench sends it");
            }
            try (var in = attachments.getFirst().getSourceStream()) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return AS4MessageProcessorResult.createSuccess();
        }

        @Override
        public AS4SignalMessageProcessorResult processAS4SignalMessage(
                IAS4IncomingMessageMetadata metadata,
                HttpHeaderMap headers,
                Ebms3SignalMessage signal,
                @Nullable IPMode pmode,
                IAS4IncomingMessageState state,
                AS4ErrorList errors) {
            return AS4SignalMessageProcessorResult.createSuccess();
        }

        @Override
        public void processAS4ResponseMessage(
                IAS4IncomingMessageMetadata metadata,
                IAS4IncomingMessageState state,
                String messageId,
                byte[] response,
                boolean available,
                AS4ErrorList errors) {}
    }
}
