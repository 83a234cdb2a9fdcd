package org.comity.identity.administration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Enrolments;
import org.comity.identity.secret.Secrets;
import org.comity.identity.settings.IdentitySettings;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the one-time link of whom the configuration names into a file; and another one while that person cannot sign in and
 * nobody on the list could change it, so that a link which ran out does not keep everybody out of the node.
 */
@Component
class LinkOfNamed {

    private static final Logger LOG = LoggerFactory.getLogger(LinkOfNamed.class);

    private final IdentitySettings settings;
    private final Persons persons;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final Enrolments enrolments;
    private final ChangeRows rows;
    private final Ledger ledger;
    private final Clock clock;

    LinkOfNamed(
            IdentitySettings settings,
            Persons persons,
            Passkeys passkeys,
            Secrets secrets,
            Enrolments enrolments,
            ChangeRows rows,
            Ledger ledger,
            Clock clock) {
        this.settings = settings;
        this.persons = persons;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.enrolments = enrolments;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    void write(String person, String file) throws IOException {
        LinkFile.write(settings.home().resolve(file), settings.origin() + "/enrol/" + enrolments.issue(person, null));
        LOG.info("The one-time link of {} is in {}", person, file);
    }

    /** Told to the desk and on record like any change of people. A link in the file that counts still stays. */
    void again(Person person, String file) throws IOException {
        if (signsIn(person.id())
                || othersLetIn(person.id())
                || counts(person.id(), settings.home().resolve(file))) {
            return;
        }
        rows.waiting(person.id())
                .filter(it -> it.kind().link())
                .ifPresent(it -> rows.decide(it.n(), "OVERTAKEN", null, clock.instant()));
        rows.named(person.id(), person.duties(), clock.instant());
        ledger.record(null, "person.link-again", person.id(), Map.of());
        write(person.id(), file);
    }

    private boolean signsIn(String id) {
        var secret = secrets.enrolled(id);
        return !passkeys.of(id).isEmpty() || secret.password() && secret.code();
    }

    /** An administrator issues a link, and another person confirms it. */
    private boolean othersLetIn(String id) {
        var others = Stream.concat(
                        persons.holding(Duty.ADMINISTRATOR).stream(), persons.holding(Duty.OVERSIGHT).stream())
                .filter(it -> !it.id().equals(id) && signsIn(it.id()))
                .distinct()
                .toList();
        return others.size() > 1 && others.stream().anyMatch(it -> it.duties().contains(Duty.ADMINISTRATOR));
    }

    private boolean counts(String id, Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        var link = Files.readString(file).strip();
        return enrolments
                .link(link.substring(link.lastIndexOf('/') + 1))
                .filter(it -> it.person().equals(id) && !it.waits())
                .isPresent();
    }
}
