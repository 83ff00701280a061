#!/bin/bash
curl --fail-with-body "http://127.0.0.1:$HEALTH_PORT/about/health"
