package org.comity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Sends a stranger to the sign-in page and back to the page asked for; tells an official what is not theirs. */
class SignInAsked implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final int LONGEST_WAY_BACK = 500;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (forScript(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect("/sign-in" + wayBack(request));
    }

    /**
     * Without an official it was a form of a session that has ended: sign in again, nothing was done. A desk that is locked
     * after its session has ended leads back to its page all the same.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (PresentOfficial.of(request).isPresent()
                || forScript(request)
                || request.getRequestURI().startsWith("/sign-in")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var asked = request.getRequestURI().equals("/lock") ? request.getParameter("to") : null;
        var locked = PageAfterSignIn.or(asked == null ? "" : asked, "");
        response.sendRedirect("/sign-in?ended" + (locked.isEmpty() ? "" : "&" + to(locked)));
    }

    private static boolean forScript(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && (accept.contains("text/event-stream") || accept.startsWith("application/json"));
    }

    private static String wayBack(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        var worthIt = "GET".equals(request.getMethod()) && !path.equals("/") && path.length() <= LONGEST_WAY_BACK;
        return worthIt ? "?" + to(path) : "";
    }

    private static String to(String path) {
        return "to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
