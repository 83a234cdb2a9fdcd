package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.comity.identity.SoftPasskey;
import org.comity.thread.JointThreads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An authority without a node in joint threads of its host. */
abstract class JointFromASeat extends PersonInASeat {

    @Autowired
    JointThreads joint;

    SoftPasskey[] persons = {};
    Cookie[] cookies = {};

    /** Two persons of it, as its profile asks. */
    void twoSit() throws Exception {
        confirmed();
        persons = new SoftPasskey[] {passkey, new SoftPasskey()};
        cookies = new Cookie[] {cookie, cookie};
        passkey = persons[1];
        confirmed();
        cookies[1] = cookie;
    }

    void asks(String thread) throws Exception {
        sentInJoint(post("/joint/" + thread + "/invite")
                .param("party", "XD-1")
                .param("as", "member")
                .param("shown", "all"));
    }

    /** A place in the list just before that thread, whichever threads of other tests are there. */
    static String before(String thread) {
        return thread.replaceAll(".$", "");
    }

    void bothSay(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        bothSay(persons, cookies, what);
    }

    void bothSay(SoftPasskey[] persons, Cookie[] cookies, AbstractMockHttpServletRequestBuilder<?> what)
            throws Exception {
        passkey = persons[0];
        cookie = cookies[0];
        var preview = said(what).getRedirectedUrl();
        assertThat(preview).contains("/seat/acts/");
        approved(preview);
        passkey = persons[1];
        cookie = cookies[1];
        assertThat(approved(preview).getRedirectedUrl()).startsWith("/seat/joint/");
    }

    String jointThread() throws Exception {
        var begin = post("/joint/new").param("states", "XB-1");
        Map.of(
                        "instrument", "uncc/2",
                        "authority", "Cyber Unit",
                        "matter", "One botnet in three States",
                        "offence", "Illegal access",
                        "facts", "The same servers.",
                        "why", "Measures on one day.",
                        "places", "In all of them.")
                .forEach(begin::param);
        return sentInJoint(begin).replace("/joint/", "");
    }

    String sentInJoint(MockHttpServletRequestBuilder what) throws Exception {
        var draft = redirected("duty-officer", what);
        redirected("duty-officer", post(draft + "/submit"));
        return redirected(
                "second-officer",
                post(draft + "/approve").param("method", "practice").param("once", token()));
    }
}
