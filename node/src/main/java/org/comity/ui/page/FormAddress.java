package org.comity.ui.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Says at which address the page of a request can be opened again. A page that answers a posted form, as with what is wrong in
 * it, is the page on which that form stood: the address to which it was posted often answers nobody who only asks.
 */
@Component
class FormAddress {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    FormAddress(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** With its query, without the language in it. */
    String of(HttpServletRequest request) {
        var own = ReaderLanguage.pathWithoutLanguage(request);
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return own;
        }
        return from(request).or(() -> nearest(own)).orElse("/");
    }

    /** Of our own pages, whatever the address says before the path. */
    private Optional<String> from(HttpServletRequest request) {
        try {
            var page = URI.create(
                    Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).orElse(""));
            var path = page.getRawPath();
            return path == null || path.startsWith("//") || !answers(path)
                    ? Optional.empty()
                    : Optional.of(ReaderLanguage.address(path, page.getRawQuery()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Where a browser does not say from where it posts: that address itself, or what it lies under. */
    private Optional<String> nearest(String path) {
        for (var here = path; !here.isEmpty(); here = here.substring(0, here.lastIndexOf('/'))) {
            if (answers(here)) return Optional.of(here);
        }
        return Optional.empty();
    }

    private boolean answers(String path) {
        var parsed = PathContainer.parsePath(path);
        return mappings.stream()
                .flatMap(it -> it.getHandlerMethods().keySet().stream())
                .anyMatch(it -> answers(it, parsed));
    }

    private static boolean answers(RequestMappingInfo info, PathContainer path) {
        var methods = info.getMethodsCondition().getMethods();
        var paths = info.getPathPatternsCondition();
        return (methods.isEmpty() || methods.contains(RequestMethod.GET))
                && paths != null
                && paths.getPatterns().stream().anyMatch(it -> it.matches(path));
    }
}
