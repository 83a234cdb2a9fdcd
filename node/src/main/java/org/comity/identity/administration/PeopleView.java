package org.comity.identity.administration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.identity.person.Person;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;

/**
 * The list of people, and the form for a new one as it was filled in.
 *
 * @param waiting for a second person, by person
 * @param alone nobody but the reader could confirm what the reader gives
 */
public record PeopleView(
        List<Person> people,
        Map<String, PersonChange> waiting,
        String id,
        String name,
        Set<Duty> duties,
        FormProblems problems,
        boolean alone) {}
