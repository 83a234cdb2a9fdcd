package org.comity.seat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ClockChoices;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TickingAll;
import org.comity.ui.Words;
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

/** Shows a person in a seat the form of what the authority can say in a thread of two, and keeps what they wrote. */
@Controller
@RequestMapping("/seat/threads/{thread:[0-9a-f-]{36}}/{type:[a-z][a-z-]{0,40}}")
class SeatFormController {

    private final SpeakingFromSeats speaking;
    private final KeepingSeatActs keeping;
    private final ItemsAtSeats items;
    private final Directory directory;
    private final Words words;

    SeatFormController(
            SpeakingFromSeats speaking, KeepingSeatActs keeping, ItemsAtSeats items, Directory directory, Words words) {
        this.speaking = speaking;
        this.keeping = keeping;
        this.items = items;
        this.directory = directory;
        this.words = words;
    }

    @GetMapping
    String form(
            @PathVariable String thread,
            @PathVariable String type,
            @RequestParam(defaultValue = "") String act,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        var row = speaking.row(seat, thread);
        if (!speaking.offered(row).contains(type)) throw SeatRefused.notOffered();
        return form(seat, row, type, keeping.typed(seat, thread, type, act), FormProblems.NONE, locale, model);
    }

    private String form(
            SeatOfPerson seat,
            RequestRow row,
            String type,
            KeepingSeatActs.TypedSeatAct typed,
            FormProblems problems,
            Locale locale,
            Model model) {
        var other = GoneParticipant.shown(directory, row.counterpart());
        model.addAttribute(
                "view",
                new SeatPagesView.Form(
                        SeatController.line(row, locale),
                        type,
                        words.say(Language.of(locale), row.law() + ".act." + type),
                        "",
                        items.fields(seat, row, type, Language.of(locale)),
                        typed.values(),
                        typed.files(),
                        items.names(row, type) ? SeatItemsView.path(row.thread()) : "",
                        ClockChoices.of(Language.of(locale), other),
                        problems));
        return "seat/form";
    }

    @PostMapping
    String write(
            @PathVariable String thread,
            @PathVariable String type,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var row = speaking.row(seat, thread);
        if (!speaking.offered(row).contains(type)) throw SeatRefused.notOffered();
        if (TickingAll.pressed(form)) {
            var ticked = TickingAll.in(form, key -> items.choices(seat, row, type, key, Language.of(locale)));
            return form(seat, row, type, TypedFromSeat.of(ticked, files).typed(), FormProblems.NONE, locale, model);
        }
        var posted = TypedFromSeat.of(form, files);
        var problems = items.problems(row, type, items.read(seat, row, type, posted.form()))
                .and(posted.problems());
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(seat, row, type, posted.typed(), problems, locale, model);
        }
        return "redirect:/seat/acts/" + speaking.write(seat, row, type, posted);
    }
}
