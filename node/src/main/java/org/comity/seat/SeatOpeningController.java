package org.comity.seat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.Composition;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.form.ComposedPage;
import org.comity.procedure.form.GoverningLaw;
import org.comity.procedure.form.RecordedForm;
import org.comity.seat.SeatOpeningRows.Opening;
import org.comity.ui.Capital;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.ui.Words;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages on which a person in a seat writes what opens a thread with this node, one thing a page. */
@Controller
@RequestMapping("/seat/openings")
class SeatOpeningController {

    private static final String THREAD = "/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final String STEP = THREAD + "/{step:[a-z][a-z-]{0,39}}";

    private final OpeningFromSeats openings;
    private final Convention convention;
    private final Directory directory;
    private final Words words;

    SeatOpeningController(OpeningFromSeats openings, Convention convention, Directory directory, Words words) {
        this.openings = openings;
        this.convention = convention;
        this.directory = directory;
        this.words = words;
    }

    @PostMapping
    String begin(
            @RequestParam(defaultValue = "") String law, @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        return "redirect:" + openings.firstPage(seat, openings.begin(seat, law, Map.of()));
    }

    @GetMapping(STEP)
    String page(
            @PathVariable String thread,
            @PathVariable String step,
            @RequestParam(defaultValue = "false") boolean check,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        var opening = openings.get(seat, thread);
        known(opening, step);
        var problems = check ? openings.problems(opening, step) : FormProblems.NONE;
        return shown(opening, step, problems, locale, model);
    }

    @PostMapping(STEP)
    String save(
            @PathVariable String thread,
            @PathVariable String step,
            @RequestParam long version,
            @RequestParam(defaultValue = "continue") String then,
            @RequestParam MultiValueMap<String, String> form,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var opening = openings.get(seat, thread);
        known(opening, step);
        form.replaceAll((_, values) -> values.stream().map(TypedText::clean).toList());
        var body = openings.applied(opening, step, form);
        if (!openings.save(opening, version, body)) {
            // What the other saved stays; what was typed here stands on the page, to be saved over it or not.
            response.setStatus(HttpStatus.CONFLICT.value());
            var typed = with(opening, body);
            var meanwhile = FormProblems.NONE.with("", "seat.opening.meanwhile");
            return shown(typed, step, meanwhile, locale, model);
        }
        var composition = openings.procedure(opening).composition();
        return "redirect:"
                + switch (then) {
                    case "leave" -> "/seat";
                    case "continue" -> SeatOpeningView.path(thread) + next(composition, body, step);
                    default -> SeatOpeningView.path(thread) + reachable(composition, then);
                };
    }

    private static Opening with(Opening opening, Map<String, Object> body) {
        return new Opening(
                opening.thread(),
                opening.authority(),
                opening.procedure(),
                body,
                opening.version(),
                opening.reference(),
                opening.savedAt());
    }

    private static String reachable(Composition composition, String then) {
        var step = then.startsWith("to-") ? then.substring(3) : "";
        return composition.steps().contains(step) ? "/" + step : "";
    }

    /** The page after this one that such a request needs; after the last comes what is settled. */
    private static String next(Composition composition, Map<String, Object> body, String step) {
        var needed = composition.steps(body);
        return composition.steps().stream()
                .skip(composition.steps().indexOf(step) + 1L)
                .filter(needed::contains)
                .findFirst()
                .map(it -> "/" + it)
                .orElse("");
    }

    @GetMapping(THREAD)
    String settled(
            @PathVariable String thread,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        return shown(openings.get(seat, thread), "", FormProblems.NONE, locale, model);
    }

    /** To be looked at and signed; what is needed still is said on its page, at the field. */
    @PostMapping(THREAD)
    String show(
            @PathVariable String thread,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var opening = openings.get(seat, thread);
        var lacking = openings.lacking(opening);
        if (lacking.isPresent()) {
            return "redirect:" + opening(opening) + "/" + lacking.get() + "?check=true";
        }
        FormProblems problems;
        try {
            return "redirect:/seat/acts/" + openings.write(seat, opening, SeatFiles.of(files));
        } catch (SeatRefused refused) {
            if (!refused.facts().containsValue(SeatFiles.FIELD)) throw refused;
            problems = FormProblems.NONE.with(SeatFiles.FIELD, "seat.needed.files");
        } catch (RuleBroken broken) {
            problems = FormProblems.NONE.with("", "error." + broken.code());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(opening, "", problems, locale, model);
    }

    private static String opening(Opening opening) {
        return SeatOpeningView.path(opening.thread());
    }

    @PostMapping(THREAD + "/discard")
    String discard(@PathVariable String thread, @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        openings.discard(seat, thread);
        return "redirect:/seat";
    }

    private void known(Opening opening, String step) {
        if (!openings.procedure(opening).composition().steps().contains(step)) throw SeatRefused.unknown();
    }

    private String shown(Opening opening, String step, FormProblems problems, Locale locale, Model model) {
        var procedure = openings.procedure(opening);
        var composition = procedure.composition();
        var language = Language.of(locale);
        var body = opening.body();
        boolean first = step.equals(Composition.STATE);
        var authority = GoneParticipant.shown(directory, opening.authority());
        model.addAttribute("place", new Capital(authority.capital(locale.getLanguage()), authority.zone()));
        model.addAttribute(
                "view",
                new SeatOpeningView(
                        opening.thread(),
                        opening.version(),
                        opening.savedAt(),
                        composition.steps(body),
                        composition.steps(body).stream()
                                .filter(it -> openings.problems(opening, it).any())
                                .toList(),
                        step,
                        composition.urgent(),
                        page(procedure, body, problems, language),
                        first || step.isEmpty() ? List.of() : composition.fields(body, step, language),
                        first ? instruments(opening, language) : List.of(),
                        first ? RecordedForm.kinds(convention, procedure.law(), words, language) : List.of(),
                        composition.checks(body, language),
                        directory.get(opening.authority()).profile().twoOfficers() ? 2 : 1,
                        problems));
        return "seat/opening";
    }

    private List<Choice> instruments(Opening opening, Language language) {
        return convention.offered(opening.law()).stream()
                .map(Convention.Offer::instrument)
                .filter(it -> openings.offers(opening, it))
                .map(it -> Choice.of(it.id(), it.name().in(language.tag())))
                .toList();
    }

    private ComposedPage page(
            KnownProcedure procedure, Map<String, Object> body, FormProblems problems, Language language) {
        var governing = new GoverningLaw(convention);
        return new ComposedPage(
                procedure.law(),
                body,
                ComposedPage.offences(convention, governing.of(procedure.law(), body), language),
                governing.instrument(body).orElse(null),
                problems);
    }
}
