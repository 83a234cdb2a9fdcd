package org.comity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Keeps in the session only who it is; name, duties and whether the person is still here are read at each request. */
@Component
class SessionSignIns implements SignIns {

    private static final int MOST_SHOWN = 50;

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;
    private final Persons persons;

    SessionSignIns(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions, Persons persons) {
        this.sessions = sessions;
        this.persons = persons;
    }

    @Override
    public void open(Person person, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(person.id(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        UseOfSession.begin(request.getSession());
        persons.signedIn(person.id());
    }

    @Override
    public void endAll(String person) {
        end(person, session -> true);
    }

    @Override
    public void endOthers(String person, String session) {
        end(person, it -> !it.equals(session));
    }

    @Override
    public List<Seat> of(String person) {
        return sessions.stream()
                .flatMap(it -> it.findByPrincipalName(person).values().stream())
                .map(it -> new Seat(it.getId(), it.getCreationTime(), UseOfSession.lastOf(it)))
                .sorted(Comparator.comparing(Seat::lastSeen).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    private void end(String person, Predicate<String> which) {
        sessions.ifAvailable(it ->
                it.findByPrincipalName(person).keySet().stream().filter(which).forEach(it::deleteById));
    }
}
