package org.comity.identity.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.comity.identity.person.Persons;
import org.comity.identity.settings.IdentitySettings;
import org.comity.identity.settings.IdentitySettings.PracticePerson;
import org.comity.identity.settings.PracticeGround;
import org.comity.vocabulary.Duty;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Puts made-up persons on the list of a practice node, so that every chair has somebody to sit in it. */
@Component
class PracticePersons implements ApplicationRunner {

    private final IdentitySettings settings;
    private final PracticeGround ground;
    private final Persons persons;

    PracticePersons(IdentitySettings settings, PracticeGround ground, Persons persons) {
        this.settings = settings;
        this.ground = ground;
        this.persons = persons;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (ground.open()) {
            list().forEach(it -> persons.add(it.id(), it.name(), it.duties()));
        }
    }

    private List<PracticePerson> list() {
        if (!settings.practicePersons().isEmpty()) {
            return settings.practicePersons();
        }
        var shipped = shipped(settings.id());
        return shipped.isEmpty() ? nameless() : shipped;
    }

    /** Lines of {@code node;id;name;duty duty}. */
    private static List<PracticePerson> shipped(String node) {
        try {
            return new ClassPathResource("practice/persons.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(";"))
                    .filter(line -> line[0].equals(node))
                    .map(line -> new PracticePerson(line[1], line[2], duties(line[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EnumSet<Duty> duties(String words) {
        var duties = EnumSet.noneOf(Duty.class);
        Arrays.stream(words.split(" ")).map(Duty::valueOf).forEach(duties::add);
        return duties;
    }

    private static List<PracticePerson> nameless() {
        return Arrays.stream(Duty.values())
                .map(duty -> new PracticePerson(
                        ChairInPath.path(duty), ChairInPath.path(duty).replace('-', ' '), EnumSet.of(duty)))
                .toList();
    }
}
