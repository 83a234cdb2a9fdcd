package org.comity.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the address of a public page: what makes it another page, and in which language it is. */
final class PublicAddress {

    static final String ROOT = "/public";
    static final int LONGEST = 100;

    /** Everything else after the question mark changes nothing, so that nobody draws one page a thousand times. */
    private static final List<String> ASKED = List.of("q", "article", "page");

    private static final Pattern LANGUAGE = Pattern.compile(ROOT + "/([a-z]{2})(?:/.*)?");

    private PublicAddress() {}

    static String key(HttpServletRequest request) {
        var key = new StringBuilder(request.getRequestURI());
        for (var name : ASKED) {
            var value = request.getParameter(name);
            if (value != null) {
                key.append('\n').append(name).append('=').append(value);
            }
        }
        return key.toString();
    }

    static boolean tooLong(HttpServletRequest request) {
        return request.getRequestURI().length() > 2 * LONGEST
                || ASKED.stream().map(request::getParameter).anyMatch(it -> it != null && it.length() > LONGEST);
    }

    /** The same name twice: another part of the program may take the second one, and the page would be kept as the first one's. */
    static boolean ambiguous(HttpServletRequest request) {
        return ASKED.stream().map(request::getParameterValues).anyMatch(it -> it != null && it.length > 1);
    }

    static Optional<String> language(String path) {
        var found = LANGUAGE.matcher(path);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
