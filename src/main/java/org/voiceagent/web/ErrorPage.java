package org.voiceagent.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers the server's own errors, which web.xml sends here, instead of its HTML pages. */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    static final String PATH = "/error";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            Problems.write(Problems.ofStatus(status), request, response);
        } else {
            Problems.write(Problems.ofStatus(HttpServletResponse.SC_NOT_FOUND), request, response);
        }
    }
}
