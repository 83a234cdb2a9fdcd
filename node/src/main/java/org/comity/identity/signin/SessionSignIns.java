package org.comity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
        persons.signedIn(person.id());
    }

    @Override
    public void endAll(String person) {
        sessions.ifAvailable(it -> it.findByPrincipalName(person).keySet().forEach(it::deleteById));
    }
}
