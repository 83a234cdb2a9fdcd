package org.comity.casework.compartments;

import java.util.Set;
import java.util.function.Function;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Asks once for each page what is hidden from its reader: nearly every part of one asks. What a page shows is of one moment; whatever
 * changes something, and every job, asks anew.
 */
final class HiddenOnPage {

    private HiddenOnPage() {}

    @SuppressWarnings("unchecked")
    static Set<String> from(String reader, Function<String, Set<String>> asked) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)
                || !page.getRequest().getMethod().equals("GET")) return asked.apply(reader);
        var name = HiddenOnPage.class.getName() + " " + reader;
        var known = (Set<String>) page.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (known != null) return known;
        var hidden = Set.copyOf(asked.apply(reader));
        page.setAttribute(name, hidden, RequestAttributes.SCOPE_REQUEST);
        return hidden;
    }
}
