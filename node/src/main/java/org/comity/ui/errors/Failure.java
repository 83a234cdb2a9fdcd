package org.comity.ui.errors;

import java.util.Map;
import java.util.Set;
import org.comity.vocabulary.RuleBroken;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An exception seen from outside: a status, a code for the words, facts that may be shown. */
record Failure(int status, String code, Map<String, String> facts) {

    private static final Set<String> FORBIDDEN =
            Set.of("not-your-duty", "not-an-approver", "second-officer-must-differ");

    static Failure of(int status) {
        return new Failure(status, switch (status) {
            case 400, 415, 406 -> "request";
            case 401 -> "signed-out";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method";
            case 413 -> "too-large";
            case 429 -> "too-many";
            case 503 -> "closed";
            default -> status < 500 ? "request" : "fault";
        }, Map.of());
    }

    /** A rule is a conflict unless it says otherwise; what does not exist is not found; what one may not do is forbidden. */
    static Failure of(RuleBroken broken) {
        var last = broken.code().substring(broken.code().lastIndexOf('.') + 1);
        var own = AnnotatedElementUtils.findMergedAnnotation(broken.getClass(), ResponseStatus.class);
        int status = own != null
                ? own.code().value()
                : last.startsWith("unknown") ? 404 : FORBIDDEN.contains(last) || last.startsWith("forbidden") ? 403 : 409;
        return new Failure(status, broken.code(), broken.facts());
    }

    boolean ours() {
        return status >= 500 && status != 503;
    }
}
