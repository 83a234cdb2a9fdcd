package org.comity.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.comity.identity.IdentityNode;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Enrolments;
import org.comity.identity.settings.IdentitySettings;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = IdentityNode.class,
        properties = {
            "node.practice=false",
            "node.administrator.id=first",
            "node.administrator.name=A. First",
            "node.second-person.id=second",
            "node.second-person.name=B. Second"
        })
class FirstAdministratorTest {

    @Autowired
    private IdentitySettings settings;

    @Autowired
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private SecondPerson second;

    @Autowired
    private AskingChanges asking;

    @Autowired
    private Ledger ledger;

    @Test
    void gets_a_link_in_a_file_that_only_the_node_reads_and_only_once() throws IOException {
        var file = settings.home().resolve(FirstAdministrator.FILE);
        var link = Files.readString(file).strip();

        assertThat(persons.holding(Duty.ADMINISTRATOR))
                .singleElement()
                .satisfies(it -> assertThat(it.id()).isEqualTo("first"));
        assertThat(enrolments.link(token(link))).contains(new Enrolments.Link("first", false, false));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        first.run(null);
        assertThat(Files.readString(file).strip()).isEqualTo(link);
    }

    @Test
    void a_link_that_counts_no_longer_locks_nobody_out() throws Exception {
        again("first", FirstAdministrator.FILE, first);
        again("second", SecondPerson.FILE, second);
    }

    private void again(String person, String name, ApplicationRunner start) throws Exception {
        var file = settings.home().resolve(name);
        var link = Files.readString(file).strip();
        enrolments.withdraw(person);

        start.run(null);

        var newer = Files.readString(file).strip();
        assertThat(newer).isNotEqualTo(link);
        assertThat(enrolments.link(token(newer))).contains(new Enrolments.Link(person, false, false));
        assertThat(ledger.lines(person, null, 1)).extracting(Ledger.Line::what).containsExactly("person.link-again");
    }

    @Test
    void a_second_person_is_named_with_it_and_again_only_when_nobody_else_could_confirm() throws IOException {
        var file = settings.home().resolve(SecondPerson.FILE);
        var link = Files.readString(file).strip();
        assertThat(persons.find("second").orElseThrow().duties()).containsExactly(Duty.OVERSIGHT);
        assertThat(enrolments.link(token(link))).contains(new Enrolments.Link("second", false, false));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(ledger.lines("second", null, 9))
                .extracting(Ledger.Line::what)
                .contains("person.second-named");
        var administrator = persons.find("first").orElseThrow().official();
        assertThat(asking.somebodyConfirms(administrator)).isTrue();

        second.run(null);
        assertThat(Files.readString(file).strip()).isEqualTo(link);

        persons.active("second", false);
        assertThat(asking.somebodyConfirms(administrator)).isFalse();
        second.run(null);
        assertThat(persons.find("second").orElseThrow().active())
                .as("who has left stays out")
                .isFalse();
        persons.active("second", true);
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
