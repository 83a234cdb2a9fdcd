package org.comity.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.comity.identity.IdentityNode;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Enrolments;
import org.comity.identity.settings.IdentitySettings;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = IdentityNode.class,
        properties = {"node.practice=false", "node.administrator.id=first", "node.administrator.name=A. First"})
class FirstAdministratorTest {

    @Autowired
    private IdentitySettings settings;

    @Autowired
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private FirstAdministrator first;

    @Test
    void gets_a_link_in_a_file_that_only_the_node_reads_and_only_once() throws IOException {
        var file = settings.home().resolve(FirstAdministrator.FILE);
        var link = Files.readString(file).strip();

        assertThat(persons.holding(Duty.ADMINISTRATOR)).singleElement().satisfies(it -> assertThat(it.id())
                .isEqualTo("first"));
        assertThat(enrolments.person(link.substring(link.lastIndexOf('/') + 1))).contains("first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");

        first.run(null);
        assertThat(Files.readString(file).strip()).isEqualTo(link);
    }
}
