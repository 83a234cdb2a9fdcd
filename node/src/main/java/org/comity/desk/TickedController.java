package org.comity.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.comity.ui.FileAnswer;
import org.comity.ui.ListAddress;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Answers with what was ticked in a list. Posted, though it changes nothing but the record: which requests somebody took along is
 * nothing for an address, which stays in a browser's history and in logs.
 */
@Controller
class TickedController {

    private final TickedRequests ticked;

    TickedController(TickedRequests ticked) {
        this.ticked = ticked;
    }

    @PostMapping("/requests/ticked")
    String page(
            @RequestParam(defaultValue = "") List<String> request,
            @RequestParam(defaultValue = "") String back,
            Official by,
            Model model) {
        model.addAttribute("rows", ticked.rows(request, by));
        model.addAttribute("list", ListAddress.is(back) ? back : "/desk");
        return "desk/ticked";
    }

    @PostMapping("/requests/ticked.csv")
    void csv(@RequestParam(defaultValue = "") List<String> request, Official by, HttpServletResponse response)
            throws IOException {
        var table = new StringWriter();
        ticked.write(request, by, table);
        response.setContentType("text/csv;charset=UTF-8");
        FileAnswer.saved("requests.csv", response);
        response.getWriter().write(table.toString());
    }
}
