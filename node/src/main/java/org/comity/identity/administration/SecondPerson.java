package org.comity.identity.administration;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.settings.IdentitySettings;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Lets a second person in where fewer than two could confirm another: whom {@code node.second-person} names gets oversight,
 * and a one-time link in a file of its own, another one while they cannot sign in. Told to the desk and on record like any
 * change of people.
 */
@Component
class SecondPerson implements ApplicationRunner {

    static final String FILE = "second-person.txt";

    private static final Logger LOG = LoggerFactory.getLogger(SecondPerson.class);
    private static final Set<Duty> OVERSIGHT = Set.of(Duty.OVERSIGHT);

    private final IdentitySettings settings;
    private final Persons persons;
    private final LinkOfNamed links;
    private final ChangeRows rows;
    private final Ledger ledger;
    private final Clock clock;

    SecondPerson(
            IdentitySettings settings,
            Persons persons,
            LinkOfNamed links,
            ChangeRows rows,
            Ledger ledger,
            Clock clock) {
        this.settings = settings;
        this.persons = persons;
        this.links = links;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var named = settings.secondPerson();
        if (named == null || settings.practice()) {
            return;
        }
        var first = settings.administrator();
        if (first != null && (first.id().equals(named.id()) || PersonName.same(first.name(), named.name()))) {
            throw new IllegalStateException("node.second-person must be another person than node.administrator");
        }
        var there = persons.find(named.id());
        var waited = there.filter(it -> it.active() && it.duties().contains(Duty.OVERSIGHT));
        if (waited.isPresent()) {
            links.again(waited.get(), FILE);
            return;
        }
        if (otherwiseConfirm(named.id()) > 1) {
            return;
        }
        if (there.isPresent()) {
            LOG.warn("{} is on the list of people already; name somebody who is not as node.second-person", named.id());
            return;
        }
        // Whoever confirms with a second account confirms alone what two persons must.
        var same = persons.all().stream()
                .filter(it -> PersonName.same(it.name(), named.name()))
                .findFirst();
        if (same.isPresent()) {
            LOG.warn(
                    "node.second-person has the name of {}, who is on the list of people already; name another person",
                    same.get().id());
            return;
        }
        persons.add(named.id(), named.name(), OVERSIGHT);
        rows.named(named.id(), OVERSIGHT, clock.instant());
        ledger.record(null, "person.second-named", named.id(), Map.of("duties", Duty.OVERSIGHT.name()));
        links.write(named.id(), FILE);
    }

    private long otherwiseConfirm(String id) {
        return Stream.concat(persons.holding(Duty.ADMINISTRATOR).stream(), persons.holding(Duty.OVERSIGHT).stream())
                .map(Person::id)
                .filter(it -> !it.equals(id))
                .distinct()
                .count();
    }
}
