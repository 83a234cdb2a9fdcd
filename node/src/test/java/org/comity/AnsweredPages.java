package org.comity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tells which addresses of a node answer with a page, so that a test can see that it left none out. */
final class AnsweredPages {

    private AnsweredPages() {}

    /**
     * Patterns of every address that answers with a page; files are none.
     *
     * @param none patterns of what leads elsewhere
     */
    static Map<String, Set<String>> of(RequestMappingHandlerMapping mapping, Set<String> none) {
        var found = new TreeMap<String, Set<String>>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            boolean reads = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            boolean writes = Stream.of(method.getMethodParameters())
                    .anyMatch(it -> it.getParameterType() == HttpServletResponse.class);
            boolean draws = method.getReturnType().getParameterType() == String.class
                    && info.getProducesCondition().isEmpty()
                    && !writes;
            var patterns = info.getPatternValues();
            if (reads && draws && none.stream().noneMatch(patterns::contains)) found.put(method.toString(), patterns);
        });
        return found;
    }
}
