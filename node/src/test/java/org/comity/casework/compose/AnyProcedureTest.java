package org.comity.casework.compose;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.util.List;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.casework.Drills;
import org.comity.procedure.Composition;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** A procedure may have any name, with pages of any name, and be opened by either State. */
class AnyProcedureTest {

    private static final String NAME = "spontaneous-information";

    private final Drafts drafts = mock(Drafts.class);
    private final Drills drills = mock(Drills.class);
    private final ReadingCompose reading = mock(ReadingCompose.class);
    private final KnownProcedure procedure = mock(KnownProcedure.class);
    private final Composition pages = mock(Composition.class);
    private final Draft draft = mock(Draft.class);
    private final Official official = mock(Official.class);
    private final MockMvc pagesOf = standaloneSetup(new ComposeController(
                    drafts, drills, reading, mock(CallingFirst.class), mock(CaseAccess.class), mock(Words.class)))
            .setCustomArgumentResolvers(new Signed(official))
            .build();

    @BeforeEach
    void known() {
        when(procedure.id()).thenReturn(NAME + "/1");
        when(procedure.law()).thenReturn(NAME);
        when(procedure.opening()).thenReturn("inform");
        when(procedure.opener()).thenReturn(Role.REQUESTED);
        when(procedure.composition()).thenReturn(pages);
        when(pages.steps()).thenReturn(List.of("state", "what-we-know", "use-limits"));
        when(pages.template()).thenReturn("procedure/file/compose");
        when(pages.empty()).thenReturn(Map.of());
        when(pages.apply(anyMap(), any(), any())).thenReturn(Map.of("said", "it"));
        when(reading.begun(NAME)).thenReturn(procedure);
        when(reading.of(draft)).thenReturn(procedure);
        when(reading.mayBeAsked(procedure, "XB-1")).thenReturn(true);
        when(draft.id()).thenReturn("d-1");
        when(drafts.get("d-1")).thenReturn(draft);
    }

    @Test
    void its_pages_are_found_by_their_names() throws Exception {
        pagesOf.perform(get("/requests/new/" + NAME)).andExpect(view().name("procedure/file/compose"));
        pagesOf.perform(get("/drafts/d-1/what-we-know")).andExpect(view().name("procedure/file/compose"));

        verify(reading).page(eq(procedure), eq(draft), eq("what-we-know"), anyBoolean(), any(), any());
    }

    @Test
    void the_state_that_gives_may_open_it() throws Exception {
        when(drafts.start(any(), any(), any(), any(), any(), any(), any())).thenReturn(draft);

        pagesOf.perform(post("/requests/new/" + NAME).param("counterpart", "XB-1"))
                .andExpect(redirectedUrl("/drafts/d-1/what-we-know"));

        verify(drafts).start(NAME + "/1", "inform", Role.REQUESTED, "XB-1", null, Map.of("said", "it"), official);
    }

    private record Signed(Official official) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Official.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer model,
                NativeWebRequest request,
                WebDataBinderFactory binder) {
            return official;
        }
    }
}
