opytSearch("t0","~-H","&'%#!$")
