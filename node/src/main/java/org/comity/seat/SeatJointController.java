package org.comity.seat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.comity.ui.FormProblems;
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

/** The pages of a person in a seat for threads of any number of parties: read, and what the authority says in them. */
@Controller
@RequestMapping("/seat/joint")
class SeatJointController {

    private static final String THREAD = "/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final String TYPE = THREAD + "/{type:[a-z][a-z-]{1,31}}";

    private final SeatJointThreads joint;
    private final SpeakingFromSeats speaking;
    private final KeepingSeatActs keeping;

    SeatJointController(SeatJointThreads joint, SpeakingFromSeats speaking, KeepingSeatActs keeping) {
        this.joint = joint;
        this.speaking = speaking;
        this.keeping = keeping;
    }

    @GetMapping(THREAD)
    String thread(
            @PathVariable String thread,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        model.addAttribute("view", joint.thread(seat, thread, locale));
        return "seat/thread";
    }

    @GetMapping(TYPE)
    String form(
            @PathVariable String thread,
            @PathVariable String type,
            @RequestParam(defaultValue = "") String act,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model) {
        var typed = keeping.typed(seat, thread, type, act);
        model.addAttribute("view", joint.form(seat, thread, type, typed, FormProblems.NONE, locale));
        return "seat/form";
    }

    @PostMapping(TYPE)
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
        var posted = TypedFromSeat.of(form, files);
        var written = joint.read(seat, thread, type, posted.form());
        var problems = joint.problems(thread, type, written).and(posted.problems());
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", joint.form(seat, thread, type, posted.typed(), problems, locale));
            return "seat/form";
        }
        return "redirect:/seat/acts/" + speaking.write(seat, thread, type, written, posted);
    }
}
