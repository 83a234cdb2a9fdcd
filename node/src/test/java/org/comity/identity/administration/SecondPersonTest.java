package org.comity.identity.administration;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.settings.IdentitySettings;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.Test;

/** Whom the configuration names as the second person is no second account of somebody who is there. */
class SecondPersonTest {

    private final Persons persons = mock(Persons.class);
    private final LinkOfNamed links = mock(LinkOfNamed.class);

    @Test
    void the_name_of_somebody_on_the_list_is_not_given_a_second_account() throws Exception {
        there("maren", "A. Marén");

        named("second", "a maren");

        verify(persons, never()).add(any(), any(), any());
        verifyNoInteractions(links);
    }

    @Test
    void another_person_is_named_and_gets_a_link() throws Exception {
        there("maren", "A. Maren");

        named("second", "B. Second");

        verify(persons).add("second", "B. Second", Set.of(Duty.OVERSIGHT));
        verify(links).write("second", SecondPerson.FILE);
    }

    private void there(String id, String name) {
        when(persons.all()).thenReturn(List.of(new Person(id, name, "XA-1/o-1", Set.of(), true, null, null)));
        when(persons.find("second")).thenReturn(Optional.empty());
        when(persons.holding(any())).thenReturn(List.of());
    }

    private void named(String id, String name) throws Exception {
        var settings = mock(IdentitySettings.class);
        var second = mock(IdentitySettings.Named.class);
        when(second.id()).thenReturn(id);
        when(second.name()).thenReturn(name);
        when(settings.secondPerson()).thenReturn(second);
        new SecondPerson(settings, persons, links, mock(ChangeRows.class), mock(Ledger.class), Clock.systemUTC())
                .run(null);
    }
}
