package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.helger.http.EHttpMethod;
import com.helger.http.EHttpVersion;
import com.helger.mime.CMimeType;
import com.helger.phase4.servlet.AS4UnifiedResponse;
import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What phase4 cannot read is answered by a code. The stack that it would send stays here, and a body that is none is no fault. */
final class PlainAnswer extends AS4UnifiedResponse {

    private static final Logger log = LoggerFactory.getLogger(PlainAnswer.class);

    private final IncomingMessages arrivals;

    PlainAnswer(EHttpVersion version, EHttpMethod method, HttpServletRequest request, IncomingMessages arrivals) {
        super(version, method, request);
        this.arrivals = arrivals;
    }

    @Override
    public void setResponseError(int status, String text, @Nullable Throwable why) {
        // The body is in memory whole: where it cannot be read, it was sent so.
        boolean sentSo = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                || why instanceof MessagingException
                || why instanceof IOException;
        if (sentSo) {
            log.info("what came is no AS4 message: {}", why == null ? text : why.toString());
            arrivals.unreadable();
            answer(HttpServletResponse.SC_BAD_REQUEST, IncomingMessages.UNREADABLE);
        } else {
            log.error("incident {}: a message could not be handled: {}", UUID.randomUUID(), text, why);
            answer(status, "internal");
        }
    }

    private void answer(int status, String code) {
        setContentAndCharset(AnswerCodes.detail(code, ""), UTF_8);
        setMimeType(CMimeType.TEXT_PLAIN);
        setStatus(status);
    }
}
