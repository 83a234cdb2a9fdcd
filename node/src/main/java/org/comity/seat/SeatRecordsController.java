package org.comity.seat;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an authority sees what was recorded for it, contests it, or adopts it once it has a node of its own. */
@Controller
@RequestMapping("/seat/records")
class SeatRecordsController {

    private final SeatRecords records;
    private final AddressOfSeats addresses;
    private final Directory directory;

    SeatRecordsController(SeatRecords records, AddressOfSeats addresses, Directory directory) {
        this.directory = directory;
        this.records = records;
        this.addresses = addresses;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String files,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        var typed = records.typed(seat, act);
        model.addAttribute("files", records.files(seat, files, Language.of(locale)));
        return page(seat, before, typed.texts("acts"), typed.text("text"), FormProblems.NONE, locale, model);
    }

    private String page(
            SeatOfPerson seat,
            String before,
            List<String> marked,
            String text,
            FormProblems problems,
            Locale locale,
            Model model) {
        var all = records.page(seat, before, marked, locale);
        model.addAttribute("told", addresses.of(seat.authority()));
        model.addAttribute("place", SeatController.place(directory, seat, locale));
        model.addAttribute(
                "leaves",
                directory.find(seat.authority()).filter(Participant::hasNode).isPresent());
        model.addAttribute(
                "view", new SeatPagesView.Records(all, before, records.waiting(seat, locale), marked, text, problems));
        return "seat/records";
    }

    @GetMapping("/{act:[0-9a-f]{64}}/act.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String act, @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(records.pdf(seat, act));
    }

    @PostMapping
    String say(
            @RequestParam(defaultValue = "") List<String> acts,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "contest") String say,
            @RequestParam(defaultValue = "") String before,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var why = TypedText.clean(text);
        try {
            var act = say.equals("adopt") ? records.adopt(seat, acts, why) : records.contest(seat, acts, why);
            return "redirect:/seat/acts/" + act;
        } catch (SeatRefused refused) {
            var field = refused.facts().get("field");
            if (field == null) throw refused;
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("files", records.files(seat, "", Language.of(locale)));
            return page(seat, before, acts, why, FormProblems.NONE.with(field, "seat.needed." + field), locale, model);
        }
    }
}
