package org.comity.identity.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.comity.identity.Approvals;
import org.comity.identity.IdentityNode;
import org.comity.identity.PracticeDoor;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = IdentityNode.class, properties = "node.practice=false")
@AutoConfigureMockMvc
class NoPracticeTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private Persons persons;

    @Autowired
    private Approvals approvals;

    @Autowired
    private PracticeDoor door;

    @ParameterizedTest
    @ValueSource(strings = {"/practice", "/practice/sit/duty-officer"})
    void there_are_no_chairs(String path) throws Exception {
        web.perform(get(path)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/practice/sit/duty-officer", "/practice/story/close", "/practice/story/begin"})
    void nobody_sits_down_and_no_story_is_told(String path) throws Exception {
        web.perform(post(path).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void there_are_no_practice_persons() {
        assertThat(persons.find("maren")).isEmpty();
    }

    @Test
    void the_door_for_practice_seats_is_closed_whoever_holds_a_duty() {
        persons.add("an.officer", "An Officer", Set.of(Duty.DUTY_OFFICER));
        assertThat(door.open()).isFalse();
        assertThat(door.sitter(Duty.DUTY_OFFICER)).isEmpty();
    }

    @Test
    void the_practice_button_approves_nothing() {
        var person = persons.add("a.person", "A. Person", Set.of(Duty.SECOND_OFFICER));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> approvals.approve(person.official(), "0".repeat(64), new Approvals.Proof.Practice()))
                .satisfies(it -> assertThat(it.code()).isEqualTo("approval.practice-only"));
    }
}
