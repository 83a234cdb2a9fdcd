package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.identity.PracticeDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The pages of practice seats before a node in earnest: nothing is there, for whoever asks and whatever is posted. */
class ClosedPracticePagesTest {

    private static final String CHAIR = "/seat/practice/XD-1/first";
    private static final String SIGNING = "/seat/practice/acts/" + "00".repeat(32);

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final PracticeDoor door = mock(PracticeDoor.class);
    private final SittingInSeats sitting = mock(SittingInSeats.class);
    private MockMvc web;

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    static class Pages {}

    @BeforeEach
    void the_shell_of_seats() {
        var pages = mock(SeatController.class);
        when(pages.approve(any(), any(), any(), any(), any(), any())).thenReturn("redirect:/seat/approved");
        var seats = mock(PracticeSeats.class);
        when(seats.sit(any(), any())).thenReturn("sits");
        when(seats.asserted(any(), any())).thenReturn("{}");
        when(sitting.present(any())).thenReturn(Optional.empty());
        var cookie = new SeatCookie("XA-1", URI.create("http://localhost:0"));
        context.setServletContext(new MockServletContext());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("node", Map.of("node.id", "XA-1")));
        context.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton("door", door);
            beans.registerSingleton("sitting", sitting);
            beans.registerSingleton("cookie", cookie);
            beans.registerSingleton("pages", new PracticeSeatController(seats, pages, cookie));
        });
        context.register(Pages.class, SeatSecurity.class);
        context.refresh();
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void closed() {
        context.close();
    }

    @Test
    void where_the_door_is_closed_each_answers_as_a_page_that_is_not_there() throws Exception {
        for (var what : List.of(
                get(CHAIR),
                get(SIGNING),
                post(SIGNING),
                post(SIGNING).with(csrf()),
                sits(post(SIGNING).with(csrf())),
                post(CHAIR).with(csrf()),
                post("/seat/practice"))) {
            assertThat(status(what)).isEqualTo(404);
        }
    }

    @Test
    void where_it_is_open_a_link_sits_down_and_only_who_sits_there_signs() throws Exception {
        when(door.open()).thenReturn(true);

        assertThat(went(get(CHAIR))).isEqualTo("/seat");
        assertThat(went(post(SIGNING).with(csrf()))).isEqualTo("/seat/sign-in");
        assertThat(went(sits(post(SIGNING)))).as("a foreign form").isEqualTo("/seat/sign-in");
        assertThat(went(sits(post(SIGNING).with(csrf())))).isEqualTo("/seat/approved");
    }

    private static MockHttpServletRequestBuilder sits(MockHttpServletRequestBuilder what) {
        return what.requestAttr(SeatPresent.ATTRIBUTE, mock(SeatOfPerson.class));
    }

    private int status(MockHttpServletRequestBuilder what) throws Exception {
        return web.perform(what).andReturn().getResponse().getStatus();
    }

    private String went(MockHttpServletRequestBuilder what) throws Exception {
        return web.perform(what).andReturn().getResponse().getRedirectedUrl();
    }
}
