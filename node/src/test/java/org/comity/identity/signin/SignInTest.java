package org.comity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.comity.identity.IdentityNode;
import org.comity.identity.SoftPasskey;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest(classes = IdentityNode.class)
@AutoConfigureMockMvc
class SignInTest {

    private static final Pattern CHALLENGE = Pattern.compile("&#34;challenge&#34;:&#34;([\\w-]+)");

    @Autowired
    private MockMvc web;

    @Autowired
    private Persons persons;

    @Autowired
    private Passkeys passkeys;

    @Autowired
    private Ledger ledger;

    private final SoftPasskey key = new SoftPasskey();
    private Person okell;

    @BeforeEach
    void okellHasAPasskey() {
        okell = persons.find("okell").orElseThrow();
        passkeys.register(okell, new byte[32], "test", key.created(new byte[32]));
        key.counter++;
    }

    @AfterEach
    void asBefore() {
        persons.active("okell", true);
        passkeys.of("okell").forEach(it -> passkeys.remove("okell", it.credential()));
    }

    @Test
    void a_passkey_signs_in_leads_back_and_is_on_record() throws Exception {
        var asked = ask();
        var answer = send(asked, key.asserted(asked.challenge()), "/requests?state=open")
                .andExpect(redirectedUrl("/requests?state=open"))
                .andReturn()
                .getResponse();
        var session = Objects.requireNonNull(answer.getCookie("comity-XA-1"));
        assertThat(session.getValue()).isNotEqualTo(asked.cookie().getValue());
        assertThat(ledger.lines("okell", null, 1)).singleElement().satisfies(it -> {
            assertThat(it.what()).isEqualTo("session.opened");
            assertThat(it.facts()).containsEntry("method", "passkey");
        });
        web.perform(get("/sign-in").cookie(session)).andExpect(redirectedUrl("/desk"));
    }

    @Test
    void a_challenge_is_answered_once() throws Exception {
        var asked = ask();
        key.counter = 9;
        send(asked, key.asserted(new byte[32]), "").andExpect(status().isUnauthorized());
        send(asked, key.asserted(asked.challenge()), "").andExpect(status().isUnauthorized());
    }

    @Test
    void who_has_signed_in_by_a_challenge_does_so_with_no_other_answer_to_it() throws Exception {
        var asked = ask();
        send(asked, key.asserted(asked.challenge()), "").andExpect(redirectedUrl("/desk"));
        key.counter += 5;
        send(asked, key.asserted(asked.challenge()), "").andExpect(status().isUnauthorized());
    }

    @Test
    void a_leaver_does_not_sign_in() throws Exception {
        persons.active("okell", false);
        var asked = ask();
        send(asked, key.asserted(asked.challenge()), "").andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void nobody_is_led_elsewhere(String to) throws Exception {
        var asked = ask();
        send(asked, key.asserted(asked.challenge()), to).andExpect(redirectedUrl("/desk"));
    }

    @Test
    void a_wrong_password_is_told_in_the_readers_language() throws Exception {
        var page = web.perform(post("/sign-in/password?lang=ar")
                        .with(csrf())
                        .param("person", "okell")
                        .param("password", "not this one")
                        .param("code", "123456"))
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("dir=\"rtl\"").contains("لا تتطابق").doesNotContain("not this one");
        assertThat(ledger.lines("okell", null, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.what()).isEqualTo("session.refused"));
    }

    @Test
    void while_a_name_waits_no_failure_makes_another_line() throws Exception {
        var id = persons.all().stream()
                .map(Person::id)
                .filter(it -> !it.equals("okell"))
                .findFirst()
                .orElseThrow();
        int lines = -1;
        for (int n = 0; n < 40; n++) {
            web.perform(post("/sign-in/password")
                    .with(csrf())
                    .with(it -> {
                        it.setRemoteAddr("192.0.2.77");
                        return it;
                    })
                    .param("person", id)
                    .param("password", "not this one")
                    .param("code", "123456"));
            if (n == 29) lines = ledger.lines(id, null, 100).size();
        }
        assertThat(lines).isPositive();
        assertThat(ledger.lines(id, null, 100)).hasSize(lines);
    }

    @Test
    void signing_in_needs_the_forms_token() throws Exception {
        web.perform(post("/sign-in/password").param("person", "okell")).andExpect(status().isForbidden());
    }

    private Asked ask() throws Exception {
        var answer = web.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        var challenge = CHALLENGE.matcher(answer.getContentAsString());
        assertThat(challenge.find()).isTrue();
        return new Asked(
                Base64.getUrlDecoder().decode(challenge.group(1)),
                Objects.requireNonNull(answer.getCookie("comity-asked-XA-1")));
    }

    private ResultActions send(Asked asked, String assertion, String to) throws Exception {
        return web.perform(post("/sign-in/passkey")
                .with(csrf())
                .cookie(asked.cookie())
                .param("assertion", assertion)
                .param("to", to));
    }

    private record Asked(byte[] challenge, Cookie cookie) {}
}
