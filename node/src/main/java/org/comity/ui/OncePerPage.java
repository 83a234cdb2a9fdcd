package org.comity.ui;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Asks once for each page what several parts of one need. What a page shows is of one moment; whatever changes something, and
 * every job, asks anew.
 */
public final class OncePerPage {

    private OncePerPage() {}

    /**
     * @param by who asks
     * @param of of whom or of what, where one page asks of several
     * @param asked nothing of the answer changes later
     */
    @SuppressWarnings("unchecked")
    public static <T> T asked(Class<?> by, String of, Supplier<T> asked) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)
                || !page.getRequest().getMethod().equals("GET")) return asked.get();
        var name = by.getName() + " " + of;
        return Optional.ofNullable((T) page.getAttribute(name, RequestAttributes.SCOPE_REQUEST))
                .orElseGet(() -> {
                    var answer = asked.get();
                    page.setAttribute(name, answer, RequestAttributes.SCOPE_REQUEST);
                    return answer;
                });
    }
}
