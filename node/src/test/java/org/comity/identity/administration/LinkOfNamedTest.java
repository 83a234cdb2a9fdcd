package org.comity.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.identity.administration.PersonChange.Kind;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.passkey.Passkeys.Passkey;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Enrolments;
import org.comity.identity.secret.Secrets;
import org.comity.identity.secret.Secrets.Enrolled;
import org.comity.identity.settings.IdentitySettings;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new link is written while nobody else could let the person in, and never where two others can. */
class LinkOfNamedTest {

    private static final String FILE = "link.txt";

    private final IdentitySettings settings = mock(IdentitySettings.class);
    private final Persons persons = mock(Persons.class);
    private final Passkeys passkeys = mock(Passkeys.class);
    private final Secrets secrets = mock(Secrets.class);
    private final Enrolments enrolments = mock(Enrolments.class);
    private final ChangeRows rows = mock(ChangeRows.class);
    private final Ledger ledger = mock(Ledger.class);
    private final LinkOfNamed links =
            new LinkOfNamed(settings, persons, passkeys, secrets, enrolments, rows, ledger, Clock.systemUTC());

    private final Person named = person("named", Duty.ADMINISTRATOR);

    @TempDir
    private Path home;

    @BeforeEach
    void nobody_signs_in() throws IOException {
        when(settings.home()).thenReturn(home);
        when(settings.origin()).thenReturn(URI.create("https://node.example"));
        when(secrets.enrolled(any())).thenReturn(new Enrolled(false, false));
        when(persons.holding(Duty.ADMINISTRATOR)).thenReturn(List.of(named));
        when(persons.holding(Duty.OVERSIGHT)).thenReturn(List.of());
        when(rows.waiting(any())).thenReturn(Optional.empty());
        when(enrolments.issue("named", null)).thenReturn("newer");
        Files.writeString(home.resolve(FILE), "https://node.example/enrol/older\n");
        when(enrolments.link("older")).thenReturn(Optional.empty());
    }

    @Test
    void a_link_that_ran_out_is_followed_by_another_which_is_on_record() throws IOException {
        links.again(named, FILE);

        assertThat(home.resolve(FILE)).hasContent("https://node.example/enrol/newer");
        verify(ledger).record(null, "person.link-again", "named", Map.of());
        verify(rows).named(eq("named"), eq(Set.of(Duty.ADMINISTRATOR)), any());
    }

    @Test
    void a_file_that_is_gone_too() throws IOException {
        Files.delete(home.resolve(FILE));

        links.again(named, FILE);

        assertThat(home.resolve(FILE)).hasContent("https://node.example/enrol/newer");
    }

    @Test
    void a_link_that_counts_stays() throws IOException {
        when(enrolments.link("older")).thenReturn(Optional.of(new Enrolments.Link("named", false, false)));

        links.again(named, FILE);

        none();
    }

    @Test
    void who_signs_in_with_a_passkey_gets_none() throws IOException {
        signsIn("named");

        links.again(named, FILE);

        none();
    }

    @Test
    void who_signs_in_with_password_and_code_gets_none() throws IOException {
        when(secrets.enrolled("named")).thenReturn(new Enrolled(true, true));

        links.again(named, FILE);

        none();
    }

    @Test
    void where_an_administrator_and_another_sign_in_they_let_the_person_in() throws IOException {
        when(persons.holding(Duty.ADMINISTRATOR)).thenReturn(List.of(named, person("maren", Duty.ADMINISTRATOR)));
        when(persons.holding(Duty.OVERSIGHT)).thenReturn(List.of(person("ivo", Duty.OVERSIGHT)));
        signsIn("maren");
        signsIn("ivo");

        links.again(named, FILE);

        none();
    }

    @Test
    void one_who_signs_in_could_not_and_a_link_that_waits_for_another_is_overtaken() throws IOException {
        when(persons.holding(Duty.ADMINISTRATOR)).thenReturn(List.of(named, person("maren", Duty.ADMINISTRATOR)));
        when(persons.holding(Duty.OVERSIGHT)).thenReturn(List.of(person("ivo", Duty.OVERSIGHT)));
        signsIn("maren");
        when(rows.waiting("named"))
                .thenReturn(Optional.of(new PersonChange(
                        7, "named", "A. Named", Kind.LINK, Set.of(), "maren", Instant.EPOCH, "maren")));

        links.again(named, FILE);

        verify(rows).decide(eq(7L), eq("OVERTAKEN"), eq(null), any());
        assertThat(home.resolve(FILE)).hasContent("https://node.example/enrol/newer");
    }

    private void none() {
        verify(enrolments, never()).issue(any(), any());
        assertThat(home.resolve(FILE)).hasContent("https://node.example/enrol/older");
    }

    private void signsIn(String id) {
        when(passkeys.of(id))
                .thenReturn(List.of(new Passkey(new byte[] {1}, Passkey.UNNAMED, Instant.EPOCH, Instant.EPOCH)));
    }

    private static Person person(String id, Duty duty) {
        return new Person(id, id, "XA-1/" + id, Set.of(duty), true, null, null);
    }
}
