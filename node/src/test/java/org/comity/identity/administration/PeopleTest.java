package org.comity.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.comity.database.WaitingForLock;
import org.comity.identity.ApprovalsKept;
import org.comity.identity.IdentityNode;
import org.comity.identity.SoftPasskey;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Persons;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = IdentityNode.class)
@AutoConfigureMockMvc
class PeopleTest {

    private static final Pattern CHALLENGE = Pattern.compile("&#34;challenge&#34;:&#34;([\\w-]+)");

    @Autowired
    private MockMvc web;

    @Autowired
    private Persons persons;

    @Autowired
    private Passkeys passkeys;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ChangeRows changes;

    @Autowired
    private ApprovalsKept kept;

    @Autowired
    private AdministeringPeople administering;

    @Autowired
    private TransactionTemplate inTransaction;

    @Autowired
    private JdbcClient db;

    private final String id = "p-" + UUID.randomUUID().toString().substring(0, 8);
    private final SoftPasskey key = new SoftPasskey();
    private String code = "";

    @Test
    void a_new_person_makes_a_passkey_by_a_link_that_works_once() throws Exception {
        var token = added();
        var session = enrolled(token);

        web.perform(get("/me").cookie(session)).andExpect(status().isOk());
        assertThat(passkeys.of(id)).hasSize(1);
        web.perform(get("/enrol/" + token)).andExpect(status().isNotFound());
        web.perform(post("/enrol/" + token + "/passkey").with(csrf())).andExpect(status().isNotFound());
        assertThat(ledger.lines(id, null, 9))
                .extracting(Ledger.Line::what)
                .contains("person.added", "person.change-asked", "person.change-confirmed", "person.enrolled");
    }

    /** Each of the two would find the name free. */
    @Test
    void two_administrators_at_once_give_one_person_one_account() throws Exception {
        var by = official("brandel");
        var name = "A. Person " + id;
        try (var second = Executors.newVirtualThreadPerTaskExecutor()) {
            var refused = inTransaction.execute(status -> {
                administering.add(id, name, Set.of(Duty.LAWYER), by);
                var other = second.submit(() -> administering.add(id + "b", name, Set.of(Duty.LAWYER), by));
                await().until(() -> other.isDone() || WaitingForLock.anybody(db));
                return other;
            });
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(refused::get)
                    .withCauseInstanceOf(PeopleRefused.class);
        }
        assertThat(persons.find(id + "b")).isEmpty();
    }

    @Test
    void one_administrator_alone_makes_nobody_an_officer() throws Exception {
        var token = asked();

        assertThat(text(web.perform(get("/enrol/" + token)).andExpect(status().isOk())))
                .contains("when a second person has confirmed it")
                .doesNotContain("challenge");
        web.perform(post("/enrol/" + token + "/passkey").with(csrf()).param("assertion", "{}"))
                .andExpect(status().isUnprocessableContent());
        for (var nobody : List.of("brandel", "maren", "tolva")) {
            confirm(waiting(), nobody).andExpect(status().isConflict());
        }
        assertThat(persons.find(id).orElseThrow().duties()).isEmpty();
        web.perform(get("/people/changes").with(user("maren"))).andExpect(status().isConflict());

        confirmed();
        assertThat(persons.find(id).orElseThrow().duties()).containsExactly(Duty.LAWYER);
        assertThat(ledger.lines(id, null, 1)).singleElement().satisfies(it -> {
            assertThat(it.official()).isEqualTo("arlo");
            assertThat(it.facts()).containsEntry("asked-by", "brandel").containsEntry("duties", "LAWYER");
        });
        assertThat(text(web.perform(get("/me").with(user("maren")))))
                .contains("with a new way to sign in", "A. Person " + id);
    }

    /** Who changes a wish takes it over, and the link stays where it is. */
    @Test
    void link_and_code_never_come_into_one_hand() throws Exception {
        var other = id + "-2";
        persons.add(other, "Two " + id, Set.of(Duty.ADMINISTRATOR));
        try {
            asked();
            web.perform(dutiesOf(id).with(user(other)).with(csrf()).param("duties", "CUSTODIAN"))
                    .andExpect(status().isFound());

            for (var nobody : List.of("brandel", other)) {
                confirm(waiting(), nobody).andExpect(status().isConflict());
            }
            assertThat(persons.find(id).orElseThrow().duties()).isEmpty();
            assertThat(text(web.perform(get("/people/changes").with(user("brandel")))))
                    .contains("issues a new link and the other confirms");
            assertThat(confirmed()).matches("[A-Z0-9]{5}-[A-Z0-9]{5}");
        } finally {
            persons.active(other, false);
        }
    }

    /** The form shows what waits as ticked, and posts it again with whatever else is pressed. */
    @Test
    void who_asked_for_duties_stays_who_asked_when_another_presses_or_narrows() throws Exception {
        var other = id + "-2";
        persons.add(id, "One " + id, Set.of(Duty.LAWYER));
        persons.add(other, "Two " + id, Set.of(Duty.ADMINISTRATOR));
        try {
            admin(dutiesOf(id).param("duties", "LAWYER", "CUSTODIAN", "MAGISTRATE"));
            var wish = changes.waiting(id).orElseThrow();

            duties(other, "LAWYER", "CUSTODIAN", "MAGISTRATE");
            assertThat(changes.waiting(id)).contains(wish);
            duties(other, "LAWYER", "CUSTODIAN");
            assertThat(changes.waiting(id).orElseThrow().askedBy()).isEqualTo("brandel");
            confirm(waiting(), "brandel").andExpect(status().isConflict());

            confirm(waiting(), other).andExpect(status().isFound());
            assertThat(persons.find(id).orElseThrow().duties()).containsExactlyInAnyOrder(Duty.LAWYER, Duty.CUSTODIAN);
        } finally {
            persons.active(id, false);
            persons.active(other, false);
        }
    }

    /** A form of duties that was opened before another administrator changed them. */
    @Test
    void a_page_of_before_does_not_ask_again_for_what_was_taken_away_since() throws Exception {
        var other = id + "-2";
        persons.add(id, "One " + id, Set.of(Duty.LAWYER, Duty.CUSTODIAN));
        persons.add(other, "Two " + id, Set.of(Duty.ADMINISTRATOR));
        try {
            var before = text(admin(get("/admin/people/" + id)))
                    .replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]{64})\".*", "$1");
            duties(other, "LAWYER");

            var late = post("/admin/people/" + id + "/duties").param("seen", before);
            assertThat(text(admin(late.param("duties", "LAWYER", "CUSTODIAN", "MAGISTRATE"))
                            .andExpect(status().isConflict())))
                    .contains("Somebody changed the duties of this person");

            assertThat(changes.waiting(id)).isEmpty();
            assertThat(persons.find(id).orElseThrow().duties()).containsExactly(Duty.LAWYER);
        } finally {
            persons.active(id, false);
            persons.active(other, false);
        }
    }

    private MockHttpServletRequestBuilder dutiesOf(String person) {
        return post("/admin/people/" + person + "/duties").param("seen", seen(person));
    }

    private MockHttpServletRequestBuilder lost() {
        return post("/admin/people/" + id + "/passkey").param("seen", seen(id));
    }

    private String seen(String person) {
        return PersonView.seen(
                administering.person(person), administering.waiting(person).orElse(null));
    }

    /** Else whoever asked for the duties would be the second person of their own wish. */
    @Test
    void a_lost_passkey_takes_over_no_wish_that_did_not_stand_on_the_page() throws Exception {
        enrolled(added());
        var other = id + "-2";
        persons.add(other, "Two " + id, Set.of(Duty.ADMINISTRATOR));
        try {
            var page = text(web.perform(get("/admin/people/" + id).with(user(other))));
            assertThat(page).contains(seen(id));
            var before = lost();
            duties("brandel", "LAWYER", "OVERSIGHT");
            var asked = changes.waiting(id).orElseThrow();

            web.perform(before.with(user(other)).with(csrf())).andExpect(status().isConflict());
            assertThat(changes.waiting(id)).contains(asked);
            assertThat(passkeys.of(id)).isNotEmpty();

            web.perform(lost().with(user(other)).with(csrf())).andExpect(status().isFound());
            assertThat(changes.waiting(id).orElseThrow().askedBy()).isEqualTo(other);
            assertThat(changes.waiting(id).orElseThrow().duties()).isEqualTo(asked.duties());
        } finally {
            admin(post("/admin/people/" + id + "/left"));
            persons.active(other, false);
        }
    }

    private void duties(String by, String... duties) throws Exception {
        web.perform(dutiesOf(id).with(user(by)).with(csrf()).param("duties", duties))
                .andExpect(status().isFound());
    }

    /** Somebody else at a browser that was left open. */
    @Test
    void nobody_is_made_an_officer_by_a_bare_press() throws Exception {
        asked();
        var change = changes.waiting(id).orElseThrow();
        var arlo = persons.find("arlo").orElseThrow();
        passkeys.register(arlo, new byte[32], "his", key.created(new byte[32]));
        try {
            var page = web.perform(get("/people/changes").with(user("arlo")));
            assertThat(text(page)).contains("/approvals/" + change.hash() + "/options");
            web.perform(post(waiting() + "/confirm").with(user("arlo")).with(csrf()))
                    .andExpect(status().isConflict());
            signed(new byte[32]).andExpect(status().isConflict());
            assertThat(persons.find(id).orElseThrow().duties()).isEmpty();

            signed(HexFormat.of().parseHex(change.hash())).andExpect(redirectedUrl("/people/changes"));
        } finally {
            passkeys.removeAll("arlo");
        }
        assertThat(persons.find(id).orElseThrow().duties()).containsExactly(Duty.LAWYER);
        assertThat(kept.of(change.hash()))
                .singleElement()
                .satisfies(it -> assertThat(it.official()).isEqualTo("arlo"));
    }

    private ResultActions signed(byte[] over) throws Exception {
        key.counter++;
        return web.perform(post(waiting() + "/confirm")
                .with(user("arlo"))
                .with(csrf())
                .param("method", "passkey")
                .param("assertion", key.asserted(over)));
    }

    private ResultActions confirm(String change, String by) throws Exception {
        return web.perform(post(change + "/confirm").with(user(by)).with(csrf()).param("method", "practice"));
    }

    @Test
    void the_link_opens_nothing_without_the_code_that_the_second_person_was_shown() throws Exception {
        var token = asked();
        var right = confirmed();
        code = "AAAAA-AAAAA";
        enrol(token).andExpect(status().isUnprocessableContent());
        assertThat(passkeys.of(id)).isEmpty();

        code = right.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        enrol(token).andExpect(redirectedUrl("/me"));
    }

    @Test
    void nobody_confirms_what_is_about_himself_and_nobody_gives_himself_a_duty() throws Exception {
        admin(dutiesOf("brandel").param("duties", "ADMINISTRATOR", "SECOND_OFFICER"));
        try {
            assertThat(persons.find("brandel").orElseThrow().duties()).containsExactly(Duty.ADMINISTRATOR);
            confirm(waiting("brandel"), "brandel").andExpect(status().isConflict());
            admin(dutiesOf("arlo").param("duties", "OVERSIGHT", "LAWYER"));
            confirm(waiting("arlo"), "arlo").andExpect(status().isConflict());
        } finally {
            admin(dutiesOf("arlo").param("duties", "OVERSIGHT"));
            web.perform(post(waiting("brandel") + "/refuse").with(user("arlo")).with(csrf()));
        }
        assertThat(persons.find("brandel").orElseThrow().duties()).containsExactly(Duty.ADMINISTRATOR);
        assertThat(persons.find("arlo").orElseThrow().duties()).containsExactly(Duty.OVERSIGHT);
    }

    @Test
    void what_is_taken_away_counts_at_once_and_a_wish_of_before_does_not_bring_it_back() throws Exception {
        enrolled(added());
        admin(dutiesOf(id).param("duties", "LAWYER", "CUSTODIAN", "MAGISTRATE"));
        assertThat(persons.find(id).orElseThrow().duties()).containsExactly(Duty.LAWYER);

        admin(dutiesOf(id).param("duties", "CUSTODIAN"));
        assertThat(persons.find(id).orElseThrow().duties()).isEmpty();
        confirmed();
        assertThat(persons.find(id).orElseThrow().duties()).containsExactly(Duty.CUSTODIAN);

        admin(dutiesOf(id).param("duties", "CUSTODIAN", "LAWYER"));
        admin(dutiesOf(id));
        assertThat(changes.waiting(id)).isEmpty();
        assertThat(persons.find(id).orElseThrow().duties()).isEmpty();
    }

    @Test
    void who_is_not_confirmed_gets_nothing_and_who_comes_back_waits() throws Exception {
        var token = asked();
        web.perform(post(waiting() + "/refuse").with(user("arlo")).with(csrf()))
                .andExpect(redirectedUrl("/people/changes"));
        web.perform(get("/enrol/" + token)).andExpect(status().isNotFound());
        assertThat(persons.find(id).orElseThrow().active()).isFalse();

        admin(post("/admin/people/" + id + "/back"));
        assertThat(persons.find(id).orElseThrow().active()).isFalse();
        confirmed();
        assertThat(persons.find(id).orElseThrow().active()).isTrue();
    }

    @Test
    void a_link_stays_good_until_a_passkey_is_made() throws Exception {
        var token = added();
        web.perform(post("/enrol/" + token + "/passkey")
                        .with(csrf())
                        .param("second", code)
                        .param("assertion", "{}"))
                .andExpect(status().isUnprocessableContent());
        enrolled(token);
    }

    @Test
    void nobody_guesses_a_link() throws Exception {
        web.perform(get("/enrol/guessed")).andExpect(status().isNotFound());
        web.perform(get("/enrol/" + "x".repeat(300))).andExpect(status().isNotFound());
    }

    @Test
    void a_lost_passkey_ends_what_it_opened_and_the_older_link_dies() throws Exception {
        var session = enrolled(added());
        var first = issued(admin(lost()));
        var second = issued(admin(lost()));

        web.perform(get("/me").cookie(session)).andExpect(status().isFound());
        assertThat(passkeys.of(id)).isEmpty();
        web.perform(get("/enrol/" + first)).andExpect(status().isNotFound());
        web.perform(get("/enrol/" + second)).andExpect(status().isOk());
    }

    @Test
    void a_leaver_is_out_at_once_and_the_link_too() throws Exception {
        var session = enrolled(added());
        var token = issued(admin(lost()));
        admin(post("/admin/people/" + id + "/left")).andExpect(redirectedUrl("/admin/people/" + id));

        web.perform(get("/me").cookie(session)).andExpect(status().isFound());
        web.perform(get("/enrol/" + token)).andExpect(status().isNotFound());
        admin(dutiesOf(id).param("duties", "LAWYER")).andExpect(status().isConflict());
        assertThat(persons.find(id)).isPresent();
    }

    @Test
    void duties_count_once_they_are_confirmed_and_are_on_record() throws Exception {
        var session = enrolled(added());
        web.perform(get("/oversight").cookie(session)).andExpect(status().isForbidden());
        admin(dutiesOf(id).param("duties", "LAWYER", "OVERSIGHT"));
        web.perform(get("/oversight").cookie(session)).andExpect(status().isForbidden());
        confirmed();

        var answer = web.perform(get("/oversight").cookie(session)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(ledger.lines(id, null, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.facts()).containsEntry("duties", "LAWYER OVERSIGHT"));
        admin(dutiesOf(id).param("duties", "OVERSIGHT"));
        assertThat(ledger.lines(id, null, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.facts())
                        .containsEntry("before", "LAWYER OVERSIGHT")
                        .containsEntry("after", "OVERSIGHT"));
    }

    @Test
    void a_node_keeps_its_last_administrator() throws Exception {
        admin(post("/admin/people/brandel/left")).andExpect(status().isConflict());
        admin(dutiesOf("brandel").param("duties", "LAWYER")).andExpect(status().isConflict());
        assertThat(persons.find("brandel").orElseThrow().duties()).contains(Duty.ADMINISTRATOR);
    }

    @Test
    void two_administrators_never_end_each_other_at_once() throws Exception {
        var other = id + "-2";
        persons.add(id, "One " + id, Set.of(Duty.ADMINISTRATOR));
        persons.add(other, "Two " + id, Set.of(Duty.ADMINISTRATOR));
        persons.active("brandel", false);
        try (var second = Executors.newSingleThreadExecutor()) {
            var refused = inTransaction.execute(ending -> {
                administering.deactivate(other, official(id));
                var back = second.submit(() -> administering.deactivate(id, official(other)));
                await().until(() -> back.isDone() || WaitingForLock.anybody(db));
                return back;
            });

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(refused::get)
                    .withCauseInstanceOf(PeopleRefused.class);
            assertThat(persons.holding(Duty.ADMINISTRATOR))
                    .singleElement()
                    .satisfies(it -> assertThat(it.id()).isEqualTo(id));
        } finally {
            persons.active("brandel", true);
            persons.active(id, false);
            persons.active(other, false);
        }
    }

    private Official official(String person) {
        return persons.find(person).orElseThrow().official();
    }

    /** Neither the form nor the list looks as if nothing had been asked for. */
    @Test
    void duties_that_wait_are_shown_and_who_can_confirm_them() throws Exception {
        asked();
        var ticked = "value=\"LAWYER\" checked><span><b>Central-authority lawyer</b> <small>Waits for confirmation";
        var person = text(admin(get("/admin/people/" + id)));
        assertThat(person)
                .contains(ticked, "Can confirm it: <bdi>M. Arlo</bdi>")
                .doesNotContain("class=\"q1\">Duties");
        assertThat(text(admin(get("/admin/people"))))
                .containsPattern("Waits for confirmation</span>\\s+A new person, with these duties")
                .doesNotContain("wait for you to confirm", "waits for you to confirm");
        assertThat(text(admin(get("/people/changes"))))
                .contains("Can confirm it: <bdi>M. Arlo</bdi>")
                .doesNotContain("/confirm\"");

        confirmed();
        assertThat(text(admin(get("/admin/people/" + id))))
                .contains("value=\"LAWYER\" checked><span><b>Central-authority lawyer</b></span>");
    }

    /** On the first page that they see, which is the list. */
    @Test
    void another_administrator_is_told_that_something_waits() throws Exception {
        var other = id + "-2";
        persons.add(other, "Two " + id, Set.of(Duty.ADMINISTRATOR));
        try {
            asked();
            assertThat(text(web.perform(get("/admin/people").with(user(other)))))
                    .containsPattern("href=\"/people/changes\">[^<]*waits? for you to confirm")
                    .containsPattern("href=\"/people/changes\">People to confirm <b class=\"\">");
            assertThat(text(web.perform(get("/people/changes").with(user(other)))))
                    .contains(waiting() + "/confirm");
        } finally {
            persons.active(other, false);
            admin(post("/admin/people/" + id + "/left"));
        }
    }

    @Test
    void what_is_wrong_is_told_in_the_order_of_the_form_and_names_its_field() throws Exception {
        assertThat(text(add("Upper", " ")))
                .containsPattern("(?s)#f-name\">Name: Write the name.*#f-id\">User name: Begin with a small letter");
    }

    @Test
    void a_user_name_is_given_once_and_written_plainly() throws Exception {
        added();
        add(id, "Another").andExpect(status().isConflict());
        add("Upper", "Name").andExpect(status().isOk());
        add("x", "Name").andExpect(status().isOk());
        add("ok-" + id, " ").andExpect(status().isOk());
        assertThat(persons.find("ok-" + id)).isEmpty();
    }

    @Test
    void one_person_has_one_account_and_is_never_two_officers() throws Exception {
        added();

        add(id + "-2", "a. PERSON  " + id).andExpect(status().isConflict());

        assertThat(persons.find(id + "-2")).isEmpty();
        admin(post("/admin/people/" + id + "/left"));
        add(id + "-2", "A Person " + id).andExpect(status().isConflict());
        assertThat(persons.find(id + "-2"))
                .as("who left comes back to the account that they had")
                .isEmpty();
    }

    @Test
    void only_an_administrator_administers() throws Exception {
        web.perform(get("/admin/people").with(user("maren"))).andExpect(status().isForbidden());
        web.perform(post("/admin/people/tolva/left").with(user("maren")).with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(post("/admin/people/tolva/left").with(user("brandel"))).andExpect(status().isForbidden());
        assertThat(persons.find("tolva").orElseThrow().active()).isTrue();
        web.perform(get("/admin/people?lang=ar").with(user("brandel"))).andExpect(status().isOk());
    }

    private String added() throws Exception {
        var token = asked();
        code = confirmed();
        return token;
    }

    private String asked() throws Exception {
        return issued(add(id, "A. Person " + id));
    }

    private String waiting() {
        return waiting(id);
    }

    private String waiting(String person) {
        return "/people/changes/" + changes.waiting(person).orElseThrow().n();
    }

    /** By oversight, who is shown the code. */
    private String confirmed() throws Exception {
        return String.valueOf(confirm(waiting(), "arlo")
                .andExpect(redirectedUrl("/people/changes"))
                .andReturn()
                .getFlashMap()
                .get("code"));
    }

    private static String text(ResultActions page) throws Exception {
        return page.andReturn().getResponse().getContentAsString();
    }

    private ResultActions add(String id, String name) throws Exception {
        return admin(post("/admin/people").param("id", id).param("name", name).param("duties", "LAWYER"));
    }

    private ResultActions admin(MockHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.with(user("brandel")).with(csrf()));
    }

    private static String issued(ResultActions answer) {
        return String.valueOf(answer.andReturn().getFlashMap().get("token"));
    }

    private Cookie enrolled(String token) throws Exception {
        return session(enrol(token).andExpect(redirectedUrl("/me")).andReturn().getResponse());
    }

    private ResultActions enrol(String token) throws Exception {
        var page = web.perform(get("/enrol/" + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return web.perform(post("/enrol/" + token + "/passkey")
                .with(csrf())
                .cookie(session(page))
                .param("label", "key")
                .param("second", code)
                .param("assertion", key.created(challenge(page))));
    }

    private static byte[] challenge(MockHttpServletResponse page) throws Exception {
        var found = CHALLENGE.matcher(page.getContentAsString());
        assertThat(found.find()).isTrue();
        return Base64.getUrlDecoder().decode(found.group(1));
    }

    private static Cookie session(MockHttpServletResponse answer) {
        return Objects.requireNonNull(answer.getCookie("comity-XA-1"));
    }
}
