package org.comity.ui;

import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Asks once for each page what several parts of it ask. What a page shows is of one moment; whatever changes something, and every
 * job, asks anew.
 */
public final class OncePerPage {

    private OncePerPage() {}

    /**
     * @param what names the question with all that its answer depends on
     * @param asked never answers null
     */
    @SuppressWarnings("unchecked")
    public static <T> T ask(String what, Supplier<T> asked) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)
                || !page.getRequest().getMethod().equals("GET")) return asked.get();
        var name = OncePerPage.class.getName() + " " + what;
        var known = (T) page.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (known != null) return known;
        var answer = asked.get();
        page.setAttribute(name, answer, RequestAttributes.SCOPE_REQUEST);
        return answer;
    }
}
