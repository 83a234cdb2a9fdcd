package org.comity.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.casework.CaseAccess;
import org.comity.ui.FileAnswer;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of onward transfers of personal data, as a page that prints and as a table. */
@Controller
@RequestMapping("/reporting/transfers")
class TransfersController {

    private final TransferRegister register;
    private final CaseAccess access;

    TransfersController(TransferRegister register, CaseAccess access) {
        this.register = register;
        this.access = access;
    }

    @GetMapping
    String year(@RequestParam(defaultValue = "0") int year, Official by, Model model) {
        access.mustReadRegister(by);
        model.addAttribute("transfers", register.view(year, by));
        return "reporting/transfers";
    }

    @GetMapping("/{year:[0-9]{4}}.csv")
    void csv(@PathVariable int year, Official by, HttpServletResponse response) throws IOException {
        access.mustReadRegister(by);
        response.setContentType("text/csv;charset=UTF-8");
        FileAnswer.saved("onward-transfers-%d.csv".formatted(register.valid(year)), response);
        register.write(year, by, response.getWriter());
    }
}
