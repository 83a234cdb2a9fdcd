package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.PersonInSeat;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ui.CurrentOfficial;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who of a node is in the rooms of which its participant is a member: those who act for it, or who are named themselves. */
class RoomAccessTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Set<Duty> ACTING = Set.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER, Duty.LAWYER);

    private final RoomRows rows = mock(RoomRows.class);
    private final RoomAccess access = new RoomAccess(rows, mock(Directory.class), Clock.fixed(NOON, ZoneOffset.UTC));
    private final KeptRoom closed = room("closed", TrafficLight.AMBER, false);
    private final KeptRoom everybodys = room("everybodys", TrafficLight.GREEN, true);

    @ParameterizedTest
    @EnumSource
    void only_who_acts_for_the_participant_is_in_with_its_whole_membership(Duty duty) {
        when(rows.memberships("XA-1")).thenReturn(List.of(member("", SharingRole.MEMBER)));
        when(rows.memberships("XA-1", "closed")).thenReturn(List.of(member("", SharingRole.MEMBER)));
        var reader = official(duty);
        boolean acts = ACTING.contains(duty);

        var readable = access.readable(reader, SharingChannel.PAGE);
        assertThat(readable.reads("closed", TrafficLight.AMBER)).isEqualTo(acts);
        assertThat(readable.reads("everybodys", TrafficLight.GREEN)).isTrue();
        assertThat(access.mayWrite(reader, closed)).isEqualTo(acts);
        assertThat(access.mayWrite(reader, everybodys)).isEqualTo(acts);
    }

    @ParameterizedTest
    @EnumSource(value = Duty.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void whoever_is_named_is_in_whatever_the_duty(Duty duty) {
        when(rows.memberships("XA-1", "closed")).thenReturn(List.of(member("office:okell", SharingRole.NAMED)));

        assertThat(access.roles(official(duty), "closed")).contains(SharingRole.NAMED);
        assertThat(access.mayWrite(official(duty), closed)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_chair_leads_by_who_acts_for_it(Duty duty) {
        when(rows.members("closed")).thenReturn(List.of(member("", SharingRole.MEMBER)));
        assertThat(access.leads(official(duty), closed)).isEqualTo(ACTING.contains(duty));
    }

    /** And whoever sits in one of its seats finds no room there, while it is a member of none. */
    @Test
    void a_provider_comes_in_as_a_member_alone() {
        var directory = mock(Directory.class);
        var provider = participant(ParticipantKind.PROVIDER);
        when(directory.get("XP-1")).thenReturn(provider);
        var posts = mock(PostRows.class);
        var own = mock(KeptPost.class);
        when(own.mine()).thenReturn(true);
        when(posts.find(7, "seat:seat")).thenReturn(Optional.of(own));
        when(posts.find(8, "seat:seat")).thenReturn(Optional.of(mock(KeptPost.class)));
        var readers = new RoomReaders(mock(CurrentOfficial.class), directory, access, posts);
        var request = new MockHttpServletRequest();
        request.setAttribute(PersonInSeat.ATTRIBUTE, new PersonInSeat("seat", "XP-1", "V. Post"));

        assertThat(access.comesIn(provider)).isFalse();
        assertThat(new RoomsForSeats(access).isFor(provider)).isFalse();
        assertThatExceptionOfType(RoomRefused.class)
                .isThrownBy(() -> readers.of(request))
                .satisfies(it -> assertThat(it.code()).isEqualTo("forum.unknown"));
        assertThat(readers.ofPost(7, request).person())
                .as("its own words, after it left the room")
                .isEqualTo("seat:seat");
        assertThatExceptionOfType(RoomRefused.class).isThrownBy(() -> readers.ofPost(8, request));
        assertThatExceptionOfType(RoomRefused.class).isThrownBy(() -> readers.ofPost(9, request));
        when(rows.memberships("XP-1")).thenReturn(List.of(member("", SharingRole.MEMBER)));
        assertThat(access.comesIn(provider)).isTrue();
        assertThat(readers.of(request).participant()).isEqualTo("XP-1");
        assertThat(access.comesIn(participant(ParticipantKind.STAKEHOLDER))).isTrue();
    }

    private static Participant participant(ParticipantKind kind) {
        var participant = mock(Participant.class);
        when(participant.id()).thenReturn("XP-1");
        when(participant.kind()).thenReturn(kind);
        return participant;
    }

    private static RoomReader official(Duty duty) {
        return new RoomReader(
                "XA-1", "office:okell", "Okell", new Official("okell", "Okell", "XA-1/o-1", Set.of(duty)));
    }

    private static RoomMember member(String person, SharingRole role) {
        return new RoomMember("closed", "XA-1", person, role, "", true, null, NOON);
    }

    private static KeptRoom room(String id, TrafficLight light, boolean everybody) {
        return new KeptRoom(id, id, "en", "For a test.", light, false, false, everybody, null, "maren", NOON, null);
    }
}
