package org.comity.identity.administration;

import java.io.IOException;
import java.util.Set;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Enrolments;
import org.comity.identity.settings.IdentitySettings;
import org.comity.vocabulary.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * A new node has nobody who could let anybody in: the administrator named in {@code node.administrator} gets a one-time
 * link, in a file that only the node's system user reads. Once there is an administrator, this does nothing.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    static final String FILE = "first-administrator.txt";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final IdentitySettings settings;
    private final Persons persons;
    private final Enrolments enrolments;

    FirstAdministrator(IdentitySettings settings, Persons persons, Enrolments enrolments) {
        this.settings = settings;
        this.persons = persons;
        this.enrolments = enrolments;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var named = settings.administrator();
        if (named == null
                || settings.practice()
                || !persons.holding(Duty.ADMINISTRATOR).isEmpty()) {
            return;
        }
        persons.add(named.id(), named.name(), Set.of(Duty.ADMINISTRATOR));
        persons.active(named.id(), true);
        persons.duties(named.id(), Set.of(Duty.ADMINISTRATOR));
        LinkFile.write(
                settings.home().resolve(FILE), settings.origin() + "/enrol/" + enrolments.issue(named.id(), null));
        LOG.info("The first administrator's link is in {}", FILE);
    }
}
