package org.comity.ui.errors;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.vocabulary.CutText;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps the sentences of a form that could not be taken. What is chosen is soon chosen again; what was written is shown.
 */
final class WrittenSentences {

    private static final int FIELDS = 20;
    private static final int LONGEST = 20_000;
    private static final Set<String> SECRET = Set.of("_csrf", "once", "assertion", "password", "code", "secret");

    private WrittenSentences() {}

    static List<String> now() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it)
                || !it.getRequest().getMethod().equals("POST")) {
            return List.of();
        }
        try {
            return of(it.getRequest().getParameterMap());
        } catch (IllegalStateException tooLargeToRead) {
            return List.of();
        }
    }

    private static List<String> of(Map<String, String[]> form) {
        return form.entrySet().stream()
                .filter(each -> !SECRET.contains(each.getKey()))
                .flatMap(each -> Arrays.stream(each.getValue()))
                .map(String::strip)
                .filter(each -> each.contains(" ") || each.contains("\n"))
                .map(each -> CutText.to(each, LONGEST))
                .distinct()
                .limit(FIELDS)
                .toList();
    }
}
