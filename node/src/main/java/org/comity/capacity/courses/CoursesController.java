package org.comity.capacity.courses;

import java.util.Map;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.KeptList;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of courses: opened, asked for, and after their end certified. */
@Controller
@RequestMapping("/courses")
class CoursesController {

    private static final String ONE = "/{id:[0-9]{4}-C[0-9]{1,3}}";

    private final HoldingCourses courses;
    private final KeptList kept;

    CoursesController(HoldingCourses courses, KeptList kept) {
        this.courses = courses;
        this.kept = kept;
    }

    /** Before each of these pages. */
    @ModelAttribute
    void onTheListsNode() {
        kept.mustBeHere();
    }

    @GetMapping
    String list(Official by, Model model) {
        return list(CourseForm.EMPTY, FormProblems.NONE, by, model);
    }

    @PostMapping
    String open(@RequestParam Map<String, String> typed, Official by, Model model, RedirectAttributes redirect) {
        var form = CourseForm.of(typed);
        var problems = form.problems().any() ? form.problems() : opened(form, by);
        if (problems.any()) return list(form, problems, by, model);
        redirect.addFlashAttribute("flash", Flash.done("courses.opened"));
        return "redirect:/courses/" + form.said("id");
    }

    /** One of this name leads back to the form, with what was typed. */
    private FormProblems opened(CourseForm form, Official by) {
        try {
            courses.open(form.cohort(), by);
            return FormProblems.NONE;
        } catch (CourseRefused taken) {
            return FormProblems.NONE.with("id", "error." + taken.code());
        }
    }

    @GetMapping(ONE)
    String one(@PathVariable String id, Official by, Model model) {
        model.addAttribute("course", courses.one(id, by));
        return "capacity/courses/one";
    }

    @PostMapping(ONE + "/places")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String persons,
            Official by,
            RedirectAttributes redirect) {
        courses.ask(id, state.strip(), persons.strip(), by);
        redirect.addFlashAttribute("flash", Flash.done("courses.asked"));
        return "redirect:/courses/" + id;
    }

    @PostMapping(ONE + "/places/{ask:[0-9]{1,18}}/back")
    String takeBack(@PathVariable String id, @PathVariable long ask, Official by, RedirectAttributes redirect) {
        courses.takeBack(id, ask, by);
        redirect.addFlashAttribute("flash", Flash.done("courses.taken-back"));
        return "redirect:/courses/" + id;
    }

    @PostMapping(ONE + "/certificates")
    @FileDownload
    ResponseEntity<byte[]> certify(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String once,
            Official by) {
        var given = courses.certify(id, state.strip(), person, once, by);
        return FileAnswer.saved("certificate-%s.asice".formatted(given.code()))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(given.data());
    }

    private String list(CourseForm form, FormProblems problems, Official by, Model model) {
        model.addAttribute("courses", courses.all(by));
        model.addAttribute("mayOpen", courses.mayWrite(by));
        model.addAttribute("kinds", AssistanceKinds.all().keySet());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "capacity/courses/list";
    }
}
