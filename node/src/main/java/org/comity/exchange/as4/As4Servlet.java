package org.comity.exchange.as4;

import com.helger.collection.commons.CommonsArrayList;
import com.helger.http.EHttpMethod;
import com.helger.http.EHttpVersion;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.incoming.crypto.AS4IncomingSecurityConfiguration;
import com.helger.phase4.servlet.AS4UnifiedResponse;
import com.helger.phase4.servlet.AS4XServletHandler;
import com.helger.phase4.servlet.IAS4ServletRequestHandlerCustomizer;
import com.helger.web.scope.IRequestWebScope;
import com.helger.web.scope.IRequestWebScopeWithoutResponse;
import com.helger.xservlet.AbstractXServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Where other nodes knock: phase4 reads, verifies, decrypts, asks {@link IncomingMessages}, and answers. */
final class As4Servlet extends AbstractXServlet {

    As4Servlet(WireKeys keys, IncomingMessages arrivals) {
        // phase4 reads the multipart body itself; the servlet must leave it alone.
        settings().setMultipartEnabled(false);
        var handler = new AS4XServletHandler() {
            @Override
            public AS4UnifiedResponse createUnifiedResponse(
                    EHttpVersion version, EHttpMethod method, HttpServletRequest request, IRequestWebScope scope) {
                return new PlainAnswer(version, method, request, arrivals);
            }
        };
        handler.setRequestHandlerCustomizer(new IAS4ServletRequestHandlerCustomizer() {
            @Override
            public void customizeBeforeHandling(
                    IRequestWebScopeWithoutResponse scope, AS4UnifiedResponse response, AS4RequestHandler request) {
                request.setCryptoFactory(keys.crypto());
                request.setPModeResolver((id, service, action, initiator, responder, agreement, address) ->
                        PartnerProfile.pmode(initiator, responder));
                request.setIncomingProfileSelector(new AS4IncomingProfileSelectorConstant(PartnerProfile.ID, false));
                request.setIncomingSecurityConfiguration(new AS4IncomingSecurityConfiguration()
                        .setSigningParams(PartnerProfile.signing())
                        .setDecryptParameterModifier(new AnyCertificate()));
                var arriving = arrivals.breaking(scope.getRequest().getAttribute(ProfileRules.BROKEN));
                request.setProcessorSupplier(() -> new CommonsArrayList<>(arriving));
                request.setErrorConsumer((metadata, state, errors, message) -> arrivals.failed(codes(errors)));
            }

            @Override
            public void customizeAfterHandling(
                    IRequestWebScopeWithoutResponse scope, AS4UnifiedResponse response, AS4RequestHandler request) {}
        });
        handlerRegistry().registerHandler(EHttpMethod.POST, handler);
    }

    private static String codes(AS4ErrorList errors) {
        return AnswerCodes.of(errors.getAllMapped(it -> it.getEbmsError()));
    }
}
