package org.comity.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.identity.IdentityNode;
import org.comity.identity.SoftPasskey;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Persons;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

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

    private final String id = "p-" + UUID.randomUUID().toString().substring(0, 8);
    private final SoftPasskey key = new SoftPasskey();

    @Test
    void a_new_person_makes_a_passkey_by_a_link_that_works_once() throws Exception {
        var token = added();
        var session = enrolled(token);

        web.perform(get("/me").cookie(session)).andExpect(status().isOk());
        assertThat(passkeys.of(id)).hasSize(1);
        web.perform(get("/enrol/" + token)).andExpect(status().isNotFound());
        web.perform(post("/enrol/" + token + "/passkey").with(csrf())).andExpect(status().isNotFound());
        assertThat(ledger.lines(id, null, 9)).extracting(Ledger.Line::what).contains("person.added", "person.enrolled");
    }

    @Test
    void a_link_stays_good_until_a_passkey_is_made() throws Exception {
        var token = added();
        web.perform(post("/enrol/" + token + "/passkey").with(csrf()).param("assertion", "{}"))
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
        var first = issued(admin(post("/admin/people/" + id + "/passkey")));
        var second = issued(admin(post("/admin/people/" + id + "/passkey")));

        web.perform(get("/me").cookie(session)).andExpect(status().isFound());
        assertThat(passkeys.of(id)).isEmpty();
        web.perform(get("/enrol/" + first)).andExpect(status().isNotFound());
        web.perform(get("/enrol/" + second)).andExpect(status().isOk());
    }

    @Test
    void a_leaver_is_out_at_once_and_the_link_too() throws Exception {
        var session = enrolled(added());
        var token = issued(admin(post("/admin/people/" + id + "/passkey")));
        admin(post("/admin/people/" + id + "/left")).andExpect(redirectedUrl("/admin/people/" + id));

        web.perform(get("/me").cookie(session)).andExpect(status().isFound());
        web.perform(get("/enrol/" + token)).andExpect(status().isNotFound());
        admin(post("/admin/people/" + id + "/duties").param("duties", "LAWYER")).andExpect(status().isConflict());
        assertThat(persons.find(id)).isPresent();
    }

    @Test
    void duties_count_at_once_and_are_on_record() throws Exception {
        var session = enrolled(added());
        web.perform(get("/oversight").cookie(session)).andExpect(status().isForbidden());
        admin(post("/admin/people/" + id + "/duties").param("duties", "OVERSIGHT"));

        var answer = web.perform(get("/oversight").cookie(session)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(ledger.lines(id, null, 1)).singleElement().satisfies(it -> assertThat(it.facts())
                .containsEntry("before", "LAWYER")
                .containsEntry("after", "OVERSIGHT"));
    }

    @Test
    void a_node_keeps_its_last_administrator() throws Exception {
        admin(post("/admin/people/brandel/left")).andExpect(status().isConflict());
        admin(post("/admin/people/brandel/duties").param("duties", "LAWYER")).andExpect(status().isConflict());
        assertThat(persons.find("brandel").orElseThrow().duties()).contains(Duty.ADMINISTRATOR);
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
    void only_an_administrator_administers() throws Exception {
        web.perform(get("/admin/people").with(user("maren"))).andExpect(status().isForbidden());
        web.perform(post("/admin/people/tolva/left").with(user("maren")).with(csrf())).andExpect(status().isForbidden());
        web.perform(post("/admin/people/tolva/left").with(user("brandel"))).andExpect(status().isForbidden());
        assertThat(persons.find("tolva").orElseThrow().active()).isTrue();
        web.perform(get("/admin/people?lang=ar").with(user("brandel"))).andExpect(status().isOk());
    }

    private String added() throws Exception {
        return issued(add(id, "A. Person"));
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
        var page = web.perform(get("/enrol/" + token)).andExpect(status().isOk()).andReturn().getResponse();
        var answer = web.perform(post("/enrol/" + token + "/passkey")
                        .with(csrf())
                        .cookie(session(page))
                        .param("label", "key")
                        .param("assertion", key.created(challenge(page))))
                .andExpect(redirectedUrl("/me"))
                .andReturn()
                .getResponse();
        return session(answer);
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
