package org.comity.forum;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.PersonsInSeats;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks whom an officer adds to a room, and offers the persons who can be named by name. */
@Component
@Transactional
class AddingMembers {

    private static final int LONGEST_GROUPING = 120;
    private static final Set<String> ROLES = Set.of("member", "observer", "named");

    private final AdministeringRooms holding;
    private final Directory directory;
    private final Officials officials;
    private final PersonsInSeats seats;

    AddingMembers(AdministeringRooms holding, Directory directory, Officials officials, PersonsInSeats seats) {
        this.holding = holding;
        this.directory = directory;
        this.officials = officials;
        this.seats = seats;
    }

    /** Whoever is known here and can come before a page of a room: other nodes say nothing of their officials. */
    @Transactional(readOnly = true)
    List<NameablePerson> persons() {
        var own = directory.self().id();
        return Stream.concat(
                        seats.all().stream()
                                .map(it -> new NameablePerson(RoomReaders.person(it), it.authority(), it.name())),
                        Arrays.stream(Duty.values())
                                .flatMap(it -> officials.holding(it).stream())
                                .distinct()
                                .map(it -> new NameablePerson("office:" + it.id(), own, it.name())))
                .sorted(Comparator.comparing(NameablePerson::participant).thenComparing(NameablePerson::name))
                .toList();
    }

    /** As the directory has them. */
    @Transactional(readOnly = true)
    List<Participant> participants() {
        return directory.all().stream()
                .sorted(Comparator.comparing(Participant::id))
                .toList();
    }

    /** Members whose node this is not, in a room whose label leaves no node: they are in it, and do not see it. */
    @Transactional(readOnly = true)
    Set<String> unseeing(KeptRoom room, List<RoomMember> members) {
        return members.stream()
                .map(RoomMember::participant)
                .filter(it -> unseen(room.light(), it))
                .collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    boolean unseen(KeptRoom room, MemberForm form) {
        return unseen(room.light(), form.participant());
    }

    private boolean unseen(TrafficLight light, String participant) {
        return !light.allows(SharingRole.MEMBER, SharingChannel.FEED)
                && !participant.equals(directory.self().id())
                && directory.find(participant).filter(Participant::hasNode).isPresent();
    }

    /** With the participant of whoever is named, where none was typed. */
    @Transactional(readOnly = true)
    MemberForm whole(MemberForm form) {
        return form.participant().isEmpty()
                ? form.of(named(form).map(NameablePerson::participant).orElse(""))
                : form;
    }

    private Optional<NameablePerson> named(MemberForm form) {
        return persons().stream().filter(it -> it.id().equals(form.person())).findFirst();
    }

    /** In the order of the form. */
    @Transactional(readOnly = true)
    FormProblems problems(String id, MemberForm form, RoomReader by) {
        var held = holding.one(id, by);
        var found = FormProblems.NONE;
        var named = named(form);
        boolean red = held.room().light() == TrafficLight.RED;
        if (directory.find(form.participant()).isEmpty()
                && !(form.names() && form.participant().isEmpty())) {
            found = found.with("participant", "forum.needed.participant");
        }
        if (!ROLES.contains(form.role())) found = found.with("role", "forum.needed.role");
        else if (red && !form.names()) found = found.with("role", "forum.needed.role-red");
        else if (held.members().stream()
                .anyMatch(it -> it.participant().equals(form.participant())
                        && it.person().equals(form.person())
                        && !it.role().word().equals(form.role()))) {
            found = found.with("role", "forum.needed.role-other");
        }
        if (form.names() && named.isEmpty()) found = found.with("person", "forum.needed.person");
        else if (form.names()
                && named.filter(it -> it.participant().equals(form.participant()))
                        .isEmpty()) {
            found = found.with("person", "forum.needed.person-of");
        } else if (!form.names() && !form.person().isEmpty()) {
            found = found.with("person", "forum.needed.person-alone");
        }
        boolean brought = held.members().stream()
                .anyMatch(it ->
                        it.role() == SharingRole.MEMBER && it.participant().equals(form.broughtBy()));
        if (form.role().equals("observer") && !brought) found = found.with("broughtBy", "forum.needed.brought");
        if (form.grouping().length() > LONGEST_GROUPING) found = found.with("grouping", "forum.needed.grouping");
        return found;
    }

    void add(String id, MemberForm form, RoomReader by) {
        holding.add(
                id,
                form.participant(),
                form.person(),
                form.role(),
                form.grouping(),
                form.broughtBy(),
                form.chair(),
                by);
    }
}
