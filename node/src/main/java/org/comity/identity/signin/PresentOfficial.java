package org.comity.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Official;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads anew at each request who the session belongs to. A leaver's session ends at once, as does one that nobody used for too
 * long; changed duties count at once.
 * The {@link Official} stands in the request attribute of that type's name.
 */
class PresentOfficial extends OncePerRequestFilter {

    static final String ATTRIBUTE = Official.class.getName();

    private final Persons persons;

    PresentOfficial(Persons persons) {
        this.persons = persons;
    }

    static Optional<Official> of(HttpServletRequest request) {
        return Optional.ofNullable((Official) request.getAttribute(ATTRIBUTE));
    }

    /** Public files are fetched without asking the database who fetches them. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && !(authentication instanceof AnonymousAuthenticationToken)) {
            var person = persons.find(authentication.getName())
                    .filter(Person::active)
                    .filter(it -> UseOfSession.goesOn(request));
            person.ifPresentOrElse(it -> request.setAttribute(ATTRIBUTE, it.official()), () -> end(request));
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
