package org.comity.identity.administration;

import java.io.IOException;
import java.util.Set;
import org.comity.identity.person.Persons;
import org.comity.identity.settings.IdentitySettings;
import org.comity.vocabulary.Duty;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Lets the first person in: a new node has nobody who could let anybody in, so the administrator named in {@code
 * node.administrator} gets a one-time link, in a file that only the node's system user reads. Once there is an administrator
 * who can sign in, this does nothing.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    static final String FILE = "first-administrator.txt";

    private final IdentitySettings settings;
    private final Persons persons;
    private final LinkOfNamed links;

    FirstAdministrator(IdentitySettings settings, Persons persons, LinkOfNamed links) {
        this.settings = settings;
        this.persons = persons;
        this.links = links;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var named = settings.administrator();
        if (named == null || settings.practice()) {
            return;
        }
        var administrators = persons.holding(Duty.ADMINISTRATOR);
        if (administrators.isEmpty()) {
            persons.add(named.id(), named.name(), Set.of(Duty.ADMINISTRATOR));
            persons.active(named.id(), true);
            persons.duties(named.id(), Set.of(Duty.ADMINISTRATOR));
            links.write(named.id(), FILE);
        }
        for (var there : administrators) {
            if (there.id().equals(named.id())) {
                links.again(there, FILE);
            }
        }
    }
}
