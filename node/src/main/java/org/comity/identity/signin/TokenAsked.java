package org.comity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Programs are told what is missing, in the reader's language, not led to a page. */
class TokenAsked implements AuthenticationEntryPoint {

    private final HandlerExceptionResolver answers;

    TokenAsked(HandlerExceptionResolver answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"comity\"");
        answers.resolveException(request, response, null, new Missing());
    }

    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    static final class Missing extends RuleBroken {
        Missing() {
            super("token.asked", Map.of());
        }
    }
}
